/** What the planner's dialogs need of the element they stand in. */
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { Translate } from '@zhaoshang/elements';
import type { ClientOf, OutputOf } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../contract.ts';
import type { PlannerMessage } from './service-planner.messages.ts';

type Operations = ServiceDayContract['operations'];

export type PlanDay = OutputOf<Operations['plan']>['days'][number];
export type DeskPlan = PlanDay['desks'][number];
export type Affected = OutputOf<Operations['previewChange']>['affected'][number];
export type AppealRow = OutputOf<Operations['appeals']>['items'][number];
export type Forum = OutputOf<Operations['forums']>['items'][number];

export interface PlannerHost extends CommandHost {
  readonly msg: Translate<PlannerMessage>;
  /** Today in the zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Only the centre changes anything; other staff look. */
  readonly canChange: boolean;
  serviceDay(): ClientOf<ServiceDayContract>;
  /** `11月25日（星期三）` in the reader's language. */
  dateText(date: string): string;
  instantText(instant: string): string;
  departmentName(code: string): string;
  /** Says what was done, then reads again. */
  tell(text: string): Promise<void>;
}
