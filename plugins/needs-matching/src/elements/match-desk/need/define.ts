import { define } from '@zhaoshang/elements';
import { MatchNeedElement } from './match-need.ts';

define('zs-match-need', MatchNeedElement);
