/** What the parts and dialogs of one need read of the element they stand in. */
import type { Translate } from '@zhaoshang/elements';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { TemplateResult } from 'lit';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { DeskHost } from '../desk-host.ts';
import type { Match, MatchingClient, Need, Proposals } from '../match-types.ts';
import type { NeedMessage } from './need.messages.ts';

export interface NeedHost extends CommandHost {
  readonly msg: Translate<NeedMessage>;
  readonly desk: DeskHost;
  readonly words: ProposalWords;
  readonly need: Need | undefined;
  readonly proposals: Proposals | undefined;
  matching(): MatchingClient;
  refresh(): Promise<void>;
  /** Says what was done, reads again, and gives the focus to the first match where what had it is gone. */
  tell(text: string, selector: string, action?: { readonly label: string; readonly run: () => void }): Promise<void>;
  /** After a conflict: reads again and says in words what the need is like now. */
  freshState(): Promise<string>;
  focusIn(selector: string): Promise<void>;
  /** Offers a resource, or takes an offer back: opens the dialog. */
  openOffer(resourceId: string): void;
  act(name: NeedActName, match?: Match): void;
  /** Takes an offer back that was just made; where another view is shown meanwhile, it leads back to the need. */
  undoOffer(match: Match): void;
  visitButton(resourceId: string, title: string): unknown;
  visitBelow(resourceId: string): unknown;
}

/** What can be done about a need in a dialog of its own; the dialogs are loaded by the first of them. */
export type NeedActName =
  'assign' | 'release' | 'fulfil' | 'unmet' | 'reopen' | 'pain' | 'bundle' | 'peers' | 'releaseBundle';

/** The dialogs of a chunk that is loaded later. */
export interface NeedDialogs {
  open(name: NeedActName, match?: Match): void;
  render(): TemplateResult;
}
