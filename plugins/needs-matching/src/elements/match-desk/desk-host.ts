/** What the parts of the desk need of the element they stand in. */
import type { Translate } from '@zhaoshang/elements';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { Toast } from '@zhaoshang/elements/toast/toast-controller.ts';
import type { MatchDeskMessage } from './match-desk.messages.ts';
import type { Catalogue, MatchingClient, Need } from './match-types.ts';

/** Words of the zone and of the page that every view of the desk writes. */
export interface DeskWords {
  readonly locale: 'zh-CN' | 'en';
  readonly msg: Translate<MatchDeskMessage>;
  readonly catalogue: Catalogue | undefined;
  /** Today in the zone, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface DeskHost extends CommandHost, DeskWords {
  readonly msg: Translate<MatchDeskMessage>;
  /** False for those who only look: leaders, audit, departments. */
  readonly canWork: boolean;
  readonly isCentre: boolean;
  /** Shared records of enterprises are for those who work with them. */
  readonly seesRecords: boolean;
  /** Id of the person signed in among the specialists of the zone; `''` where they are none. */
  readonly ownId: string;
  /** Whether keys choose proposals and needs (WCAG 2.1.4: can be switched off). */
  readonly keysOn: boolean;
  /** Page that has the booking element; `''`: none is known. */
  readonly bookingHref: string;
  matching(): MatchingClient;
  dateText(date: string): string;
  /** Says what was done, where it stays whichever view is shown next. */
  say(toast: Toast): void;
  /** Shows a need, or with `''` the list. */
  openNeed(needId: string): void;
}

/** The need before and after the one shown, in the order of the list. */
export interface Neighbours {
  readonly before: Need | undefined;
  readonly after: Need | undefined;
  readonly position: number;
  readonly total: number;
}
