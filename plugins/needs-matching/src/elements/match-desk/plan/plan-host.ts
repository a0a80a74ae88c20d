/** What the parts of the whole-zone view read of the element they stand in. */
import type { Translate } from '@zhaoshang/elements';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { DeskHost } from '../desk-host.ts';
import type { MatchingClient, Plan, PlannedPair, PlanResult } from '../match-types.ts';
import type { PlanMessage } from './plan.messages.ts';

export interface PairNamed {
  readonly needId: string;
  readonly number: string;
  readonly enterpriseName: string;
  /** `''`: none is planned yet. */
  readonly resourceId: string;
  readonly resourceTitle: string;
}

export interface PlanHost extends CommandHost {
  readonly msg: Translate<PlanMessage>;
  readonly desk: DeskHost;
  readonly words: ProposalWords;
  readonly plan: Plan | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly rowsShown: number;
  matching(): MatchingClient;
  focusIn(selector: string): Promise<void>;
  /** Solves again and says what it changed. */
  solve(undo?: { readonly label: string; readonly run: () => void }): Promise<void>;
  choose(ids: ReadonlySet<string>): void;
  showMore(): void;
  setRule(kind: 'lock' | 'ban', pair: PairNamed): void;
  clearRule(needId: string, resourceId: string): void;
  showResults(results: readonly PlanResult[], pairs: readonly PlannedPair[]): void;
}

/** `needId|resourceId`: what tells a pair from every other. */
export const pairKey = ({ needId, resourceId }: { readonly needId: string; readonly resourceId: string }): string =>
  `${needId}|${resourceId}`;
