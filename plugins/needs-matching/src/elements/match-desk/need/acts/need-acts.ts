/** Every dialog of a need but the offer: loaded by the first of them that is opened. */
import { html, type TemplateResult } from 'lit';
import type { Match } from '../../match-types.ts';
import type { NeedActName, NeedDialogs, NeedHost } from '../need-host.ts';
import { AssignDialog } from './assign-dialog.ts';
import { BundleDialog } from './bundle-dialog.ts';
import { FulfilDialog, UnmetDialog } from './ending-dialogs.ts';
import { PainDialog } from './pain-dialog.ts';
import { PeersDialog } from './peers-dialog.ts';
import { ReleaseBundleDialog, ReleaseDialog, ReopenDialog } from './reason-dialogs.ts';

interface OneDialog {
  open(match?: Match): void;
  render(): unknown;
}

export class NeedActs implements NeedDialogs {
  private readonly dialogs: Readonly<Record<NeedActName, OneDialog>>;

  constructor(host: NeedHost) {
    this.dialogs = {
      assign: new AssignDialog(host),
      release: new ReleaseDialog(host),
      releaseBundle: new ReleaseBundleDialog(host),
      fulfil: new FulfilDialog(host),
      unmet: new UnmetDialog(host),
      reopen: new ReopenDialog(host),
      pain: new PainDialog(host),
      bundle: new BundleDialog(host),
      peers: new PeersDialog(host),
    };
  }

  open(name: NeedActName, match?: Match): void {
    this.dialogs[name].open(match);
  }

  render(): TemplateResult {
    return html`${Object.values(this.dialogs).map((dialog) => dialog.render())}`;
  }
}
