/** What the parts of one resource need of the element they stand in. */
import type { Translate } from '@zhaoshang/elements';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { ListHost } from '../list-host.ts';
import type { Holding, Resource } from '../resource-types.ts';
import type { ResourceItemMessage } from './resource-item.messages.ts';

export interface ItemHost extends CommandHost {
  readonly msg: Translate<ResourceItemMessage>;
  readonly list: ListHost;
  readonly shown: Resource;
  readonly holdings: readonly Holding[];
  /** The matches are another department's and not shown to this person. */
  readonly holdingsHidden: boolean;
  /** Takes a resource as it is now. */
  took(resource: Resource): void;
  readFresh(): Promise<void>;
}
