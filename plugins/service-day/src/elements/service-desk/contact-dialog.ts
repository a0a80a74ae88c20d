/** Looking at name and phone of a contact: only with a reason, which is recorded (PIPL Art. 51). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, DeskHost, QueueRow } from './desk-host.ts';

interface ContactValues {
  contactReason: string;
}

export class ContactDialog {
  private readonly host: DeskHost;
  private readonly shown: (row: QueueRow, contact: Contact) => void;
  private readonly command: CommandDialog<ContactValues>;
  private row: QueueRow | undefined;
  private contact: Contact | undefined;

  constructor(host: DeskHost, shown: (row: QueueRow, contact: Contact) => void) {
    this.host = host;
    this.shown = shown;
    this.command = new CommandDialog<ContactValues>(host, 'contact', {
      initial: { contactReason: '' },
      fields: { reason: 'contactReason' },
      validate: ({ contactReason }) => ({
        contactReason: contactReason.trim() === '' ? host.msg('contactReasonMissing') : undefined,
      }),
      confirmed: this.send,
      closed: () => {
        // The button that opened it is gone once the contact is shown.
        if (this.contact !== undefined) void this.host.updateComplete.then(() => this.focusBack());
      },
    });
  }

  openFor(row: QueueRow): void {
    this.row = row;
    this.contact = undefined;
    this.command.open();
  }

  private focusBack(): void {
    const phone = this.contact?.contactPhone ?? '';
    this.host.renderRoot.querySelector<HTMLElement>(`a[href="tel:${phone}"]`)?.focus();
  }

  private readonly send = async ({ contactReason }: ContactValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { bookingId: row.id, reason: contactReason.trim() };
    await this.command.send('reveal', input, (value, options) => host.serviceDay().revealContact(value, options), {
      stays: true,
      done: (contact) => {
        if (this.row === row) this.contact = contact;
        this.shown(row, contact);
      },
    });
  };

  render(): TemplateResult | typeof nothing {
    const { host, row, contact, command } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    const title = msg('contactTitle', { name: row.enterpriseName });
    if (contact !== undefined) return command.render({ title, body: this.renderContact(contact), back: msg('done') });
    return command.render({
      title,
      body: html`<p>${msg('contactLead')}</p>
        ${textField(command.form.field('contactReason'), {
          label: msg('contactReason'),
          hint: msg('contactReasonHint'),
          maxlength: 300,
        })}`,
      submit: msg('contactShow'),
      back: msg('close'),
    });
  }

  private renderContact({ contactName, contactPhone }: Contact): TemplateResult {
    const { msg } = this.host;
    return html`<div role="status">
      <dl class="zs-kv">
        <dt>${msg('contactName')}</dt>
        <dd>${contactName}</dd>
        <dt>${msg('contactPhone')}</dt>
        <dd><a class="zs-link zs-nb" href="tel:${contactPhone}">${contactPhone}</a></dd>
      </dl>
      <p class="zs-small zs-muted">${msg('contactShown')}</p>
    </div>`;
  }
}
