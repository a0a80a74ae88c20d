/** What came of a form that was submitted. */
import type { OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../contract.ts';
import type { Need } from '../../forms/catalogue-types.ts';

export type Ticket = OutputOf<NeedsMatchingContract['operations']['correctProfile']>;

export interface Stated {
  readonly need: Need;
  /** A need of before was changed. */
  readonly changed: boolean;
  /** Corrections of the shared record that are being checked now. */
  readonly tickets: readonly Ticket[];
  /** Corrections that were not taken, and why; the need is stated all the same. */
  readonly refusals: readonly { readonly label: string; readonly message: string }[];
}
