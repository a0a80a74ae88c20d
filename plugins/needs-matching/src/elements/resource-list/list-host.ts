/** What the parts of the list need of the element they stand in. */
import type { Translate } from '@zhaoshang/elements';
import type { Toast } from '@zhaoshang/elements/toast/toast-controller.ts';
import type { ListWords } from './list-words.ts';
import type { MatchingClient, Resource } from './resource-types.ts';
import type { ResourceListMessage } from './resource-list.messages.ts';
import type { StockRow } from './parts/stock-row.ts';

export interface ListHost {
  readonly msg: Translate<ResourceListMessage>;
  readonly words: ListWords;
  /** True for those who keep a list: departments and the centre. */
  readonly canKeep: boolean;
  /** Department whose list is shown; `''`: all of them. */
  readonly steward: string;
  /** Rows as they are filtered and sorted now. */
  readonly shown: readonly StockRow[];
  matching(): MatchingClient;
  /** Says what was done, where it stays whichever view is shown next. */
  say(toast: Toast): void;
  /** Shows a resource, or with `''` the list. */
  openResource(resourceId: string): void;
  /** A resource was read or changed: the list shows it so. */
  took(resource: Resource): void;
  /** Reads the list again from its beginning. */
  readAgain(): void;
}
