import type { Translate } from '@zhaoshang/elements';
import type { ClientOf, Locale, OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { Need } from '../../proposal/proposal-types.ts';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { AskDialog, AskHost } from '../ask-dialog.ts';
import type { OwnNeedsMessage } from './own-needs.messages.ts';

type Operations = NeedsMatchingContract['operations'];
export type Notice = OutputOf<Operations['myNotices']>['items'][number];
export type Pairing = OutputOf<Operations['pairings']>['items'][number];

/** What the parts of an enterprise's needs ask of the element they stand in. */
export interface OwnNeedsHost extends AskHost {
  readonly msg: Translate<OwnNeedsMessage>;
  readonly words: ProposalWords;
  readonly locale: Locale;
  readonly asking: AskDialog;
  readonly needs: readonly Need[];
  matching(): ClientOf<NeedsMatchingContract>;
  choose(need: Need): void;
  /** Says what was done and reads again. */
  tell(text: string): Promise<void>;
  focusOn(selector: string): Promise<void>;
}
