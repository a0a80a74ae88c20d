/** What the parts and dialogs of the desk need of the element they stand in. */
import type { Translate } from '@zhaoshang/elements';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { ClientOf, OutputOf } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../contract.ts';
import type { Department, Settings } from '../service-booking/booking-types.ts';
import type { DeskMessage } from './service-desk.messages.ts';

type Operations = ServiceDayContract['operations'];

export type DeskDay = OutputOf<Operations['deskDay']>;
export type QueueRow = DeskDay['queue'][number];
export type FollowUpRow = DeskDay['followUps'][number];
export type HistoryRow = OutputOf<Operations['history']>['items'][number];
export type Contact = OutputOf<Operations['revealContact']>;

export interface DeskHost extends CommandHost {
  readonly msg: Translate<DeskMessage>;
  /** Date and department shown. */
  readonly shownDate: string;
  readonly shownDepartment: string;
  readonly departments: readonly Department[];
  readonly settings: Settings | undefined;
  readonly day: DeskDay | undefined;
  /** Today in the zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Milliseconds, by the portal's clock. */
  readonly instant: number;
  /** Name of the person at the desk. */
  readonly personName: string;
  /** False for those who only look: leaders, audit, other departments. */
  readonly canWork: boolean;
  /** Contacts that this person has asked for since the page was opened, by booking. */
  readonly contacts: ReadonlyMap<string, Contact>;
  serviceDay(): ClientOf<ServiceDayContract>;
  dateText(date: string): string;
  departmentName(code: string): string;
  /** Says what was done and reads again; the focus goes to the first match where what had it is gone. */
  tell(text: string, selector: string): Promise<void>;
  refresh(): Promise<void>;
}
