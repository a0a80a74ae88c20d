import type { Translate } from '@zhaoshang/elements';
import type { AttemptOptions } from '@zhaoshang/elements/element/attempt-controller.ts';
import type { ClientOf, Locale } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { Need } from '../../proposal/proposal-types.ts';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { AskDialog, AskHost } from '../ask-dialog.ts';
import type { NeedDetailMessage } from './need-detail.messages.ts';

/** What the parts of one need ask of the element they stand in. */
export interface NeedDetailHost extends AskHost {
  readonly msg: Translate<NeedDetailMessage>;
  readonly words: ProposalWords;
  readonly locale: Locale;
  readonly asking: AskDialog;
  /** Page with the form for needs; `''`: none. */
  readonly formHref: string;
  now(): number;
  matching(): ClientOf<NeedsMatchingContract>;
  /** Sends a command at once; what it was refused for is said. */
  perform(at: string, input: unknown, send: (options: AttemptOptions) => Promise<Need>, done: string): Promise<void>;
  /** The need has changed: it is shown, and said. */
  became(need: Need, text: string): void;
  /** Asks the form of this page to change the need; false where there is none. */
  edit(need: Need): boolean;
  /** Opens the form for rating, or for the supplement. */
  openRating(): void;
}
