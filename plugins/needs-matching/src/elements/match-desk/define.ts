import { define } from '@zhaoshang/elements';
import { MatchDeskElement } from './match-desk.ts';

define('zs-match-desk', MatchDeskElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-match-desk': MatchDeskElement;
  }
}
