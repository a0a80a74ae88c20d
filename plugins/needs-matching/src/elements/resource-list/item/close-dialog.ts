/** Taking a resource off the list, with the reason; what is promised stays promised. */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { holdingNow } from './holders-view.ts';
import type { ItemHost } from './item-host.ts';

export class CloseDialog {
  private readonly host: ItemHost;
  private readonly command: CommandDialog<{ closeReason: string }>;

  constructor(host: ItemHost) {
    this.host = host;
    this.command = new CommandDialog(host, 'close', {
      initial: { closeReason: '' },
      fields: { reason: 'closeReason' },
      validate: ({ closeReason }) => ({
        closeReason: closeReason.trim() === '' ? host.msg('closeReasonMissing') : undefined,
      }),
      confirmed: this.send,
    });
  }

  open(): void {
    this.command.open();
  }

  private readonly send = ({ closeReason }: { closeReason: string }): Promise<void> => {
    const { host } = this;
    const { id, version } = host.shown;
    return this.command.send(
      'close-resource',
      { resourceId: id, reason: closeReason.trim() },
      (input, options) => host.list.matching().closeResource(input, { ...options, expectedVersion: version }),
      {
        done: (resource) => {
          host.took(resource);
          host.list.say({ text: host.msg('closedDone') });
        },
        refused: async ({ kind }) => {
          if (kind !== 'stale') return undefined;
          await host.readFresh();
          return host.msg('closeStale');
        },
      },
    );
  };

  render(): TemplateResult | typeof nothing {
    const { msg, shown, holdings } = this.host;
    const n = holdingNow(holdings).length;
    return this.command.render({
      title: msg('closeTitle', { title: shown.title }),
      body: html`<p>${msg('closeBody')}</p>
        ${n === 0 ? nothing : html`<p>${msg('closeHolds', { n })}</p>`}
        ${textArea(this.command.form.field('closeReason'), { label: msg('closeReason'), maxlength: 300, wide: true })}`,
      submit: msg('close'),
      danger: true,
      back: msg('keep'),
    });
  }
}
