/** Acts that take nothing but a reason: taking an offer or a bundle back, taking a need up again. */
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { amountText } from '../../../proposal/proposal-words.ts';
import type { Bundle, Match } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';
import { ActDialog, longestText } from './act-dialog.ts';

interface ReleaseValues {
  releaseReason: string;
}

export class ReleaseDialog extends ActDialog<ReleaseValues> {
  private match: Match | undefined;

  constructor(host: NeedHost) {
    super(host, 'release', {
      initial: { releaseReason: '' },
      fields: { reason: 'releaseReason' },
      validate: ({ releaseReason }) => ({ releaseReason: this.written(releaseReason, 'reasonMissing') }),
      confirmed: ({ releaseReason }) => this.send(releaseReason.trim()),
    });
  }

  open(match?: Match): void {
    this.match = match;
    this.command.open();
  }

  private async send(reason: string): Promise<void> {
    const { host, match } = this;
    if (match === undefined) return;
    // The need was read again after a conflict: its match is the fresh one.
    const { id, version } = host.need?.matches.find((each) => each.id === match.id) ?? match;
    await this.command.send(
      'release',
      { matchId: id, reason, version },
      (_seen, options) =>
        host.matching().releaseMatch({ matchId: id, reason }, { ...options, expectedVersion: version }),
      {
        done: () => host.tell(this.msg('released', { title: match.resourceTitle }), '#need-title'),
        refused: this.refused,
      },
    );
  }

  render(): TemplateResult | typeof nothing {
    const { match, msg, command } = this;
    if (match === undefined) return nothing;
    return command.render({
      title: msg('releaseTitle', { title: match.resourceTitle }),
      body: html`<p>${msg('releaseLead', { amount: amountText(match.quantity, match.unit) })}</p>
        ${textArea(command.form.field('releaseReason'), { label: msg('reason'), rows: 2, maxlength: longestText })}`,
      submit: msg('releaseSend'),
      danger: true,
      back: msg('back'),
    });
  }
}

interface BundleValues {
  bundleReason: string;
}

export class ReleaseBundleDialog extends ActDialog<BundleValues> {
  private bundleId = '';

  constructor(host: NeedHost) {
    super(host, 'release-bundle', {
      initial: { bundleReason: '' },
      fields: { reason: 'bundleReason' },
      validate: ({ bundleReason }) => ({ bundleReason: this.written(bundleReason, 'reasonMissing') }),
      confirmed: ({ bundleReason }) => this.send(bundleReason.trim()),
    });
  }

  open(match?: Match): void {
    this.bundleId = match?.bundleId ?? '';
    this.command.open();
  }

  private async send(reason: string): Promise<void> {
    const { host, bundleId } = this;
    await this.command.send(
      'release-bundle',
      { bundleId, reason },
      async (input, options) => {
        const bundle = await this.read(bundleId);
        return host.matching().releaseBundle(input, { ...options, expectedVersion: bundle?.version ?? 1 });
      },
      { done: () => host.tell(this.msg('bundleReleased'), '#need-title'), refused: this.refused },
    );
  }

  /** Bundles are listed newest first: the one in question is near the beginning. */
  private async read(bundleId: string): Promise<Bundle | undefined> {
    let cursor: string | null = null;
    do {
      const page: { readonly items: readonly Bundle[]; readonly nextCursor: string | null } = await this.host
        .matching()
        .bundles(cursor === null ? { limit: 100 } : { limit: 100, cursor });
      const found = page.items.find(({ id }) => id === bundleId);
      if (found !== undefined) return found;
      cursor = page.nextCursor;
    } while (cursor !== null);
    return undefined;
  }

  render(): TemplateResult | typeof nothing {
    const { msg, command } = this;
    return command.render({
      title: msg('releaseBundleTitle'),
      body: html`<p>${msg('releaseBundleLead')}</p>
        ${textArea(command.form.field('bundleReason'), { label: msg('reason'), rows: 2, maxlength: longestText })}`,
      submit: msg('releaseBundleSend'),
      danger: true,
      back: msg('back'),
    });
  }
}

interface ReopenValues {
  reopenReason: string;
}

export class ReopenDialog extends ActDialog<ReopenValues> {
  constructor(host: NeedHost) {
    super(host, 'reopen', {
      initial: { reopenReason: '' },
      fields: { reason: 'reopenReason' },
      validate: ({ reopenReason }) => ({ reopenReason: this.written(reopenReason, 'reasonMissing') }),
      confirmed: ({ reopenReason }) => this.send(reopenReason.trim()),
    });
  }

  open(): void {
    this.command.open();
  }

  private async send(reason: string): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    const { id: needId, version: expectedVersion } = need;
    await this.command.send(
      'reopen',
      { needId, reason, expectedVersion },
      (_seen, options) => host.matching().reopenNeed({ needId, reason }, { ...options, expectedVersion }),
      { done: () => host.tell(this.msg('reopened'), '#proposals-title'), refused: this.refused },
    );
  }

  render(): TemplateResult | typeof nothing {
    const { msg, command } = this;
    return command.render({
      title: msg('reopenTitle'),
      body: html`<p>${msg('reopenLead')}</p>
        ${textArea(command.form.field('reopenReason'), { label: msg('reason'), rows: 2, maxlength: longestText })}`,
      submit: msg('reopenSend'),
      back: msg('back'),
    });
  }
}
