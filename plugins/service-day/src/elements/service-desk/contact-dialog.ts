/** Looking at name and phone of a contact: only with a reason, which is recorded (PIPL Art. 51). */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, DeskHost, QueueRow } from './desk-host.ts';
import { problemNotice } from './parts/problem-notice.ts';

interface ContactValues {
  contactReason: string;
}

export class ContactDialog {
  private readonly host: DeskHost;
  private readonly shown: (row: QueueRow, contact: Contact) => void;
  private readonly dialog: DialogController;
  private readonly form: FormController<ContactValues>;
  private row: QueueRow | undefined;
  private contact: Contact | undefined;
  private problem: ZsError | undefined;

  constructor(host: DeskHost, shown: (row: QueueRow, contact: Contact) => void) {
    this.host = host;
    this.shown = shown;
    this.dialog = new DialogController(host, 'contact', () => {
      // The button that opened it is gone once the contact is shown.
      if (this.contact !== undefined) void this.host.updateComplete.then(() => this.focusBack());
    });
    this.form = new FormController<ContactValues>(host, {
      initial: { contactReason: '' },
      validate: ({ contactReason }) => ({
        contactReason: contactReason.trim() === '' ? host.msg('contactReasonMissing') : undefined,
      }),
    });
  }

  openFor(row: QueueRow): void {
    this.row = row;
    this.contact = undefined;
    this.problem = undefined;
    this.form.reset({ contactReason: '' });
    this.dialog.open();
  }

  private focusBack(): void {
    const phone = this.contact?.contactPhone ?? '';
    this.host.renderRoot.querySelector<HTMLElement>(`a[href="tel:${phone}"]`)?.focus();
  }

  private readonly send = async ({ contactReason }: ContactValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { bookingId: row.id, reason: contactReason.trim() };
    const outcome = await host.attempts.run('reveal', input, (value, options) =>
      host.serviceDay().revealContact(value, options),
    );
    if (outcome.ok) {
      this.contact = outcome.output;
      this.shown(row, outcome.output);
    } else this.problem = outcome.error;
    host.requestUpdate();
  };

  render(): TemplateResult | typeof nothing {
    const { host, row, contact, form } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    const close = () => this.dialog.close();
    return this.dialog.render({
      title: msg('contactTitle', { name: row.enterpriseName }),
      body:
        contact === undefined
          ? html`<form id="contact-form" class="zs-stack" novalidate @submit=${form.submit(this.send)}>
              ${problemNotice(this.problem)}
              <p>${msg('contactLead')}</p>
              ${textField(form.field('contactReason'), {
                label: msg('contactReason'),
                hint: msg('contactReasonHint'),
                maxlength: 300,
              })}
            </form>`
          : html`<div role="status">
              <dl class="zs-kv">
                <dt>${msg('contactName')}</dt>
                <dd>${contact.contactName}</dd>
                <dt>${msg('contactPhone')}</dt>
                <dd><a class="zs-link zs-nb" href="tel:${contact.contactPhone}">${contact.contactPhone}</a></dd>
              </dl>
              <p class="zs-small zs-muted">${msg('contactShown')}</p>
            </div>`,
      actions:
        contact === undefined
          ? html`<button type="submit" form="contact-form" class="zs-btn zs-btn--primary">${msg('contactShow')}</button>
              <button type="button" class="zs-btn" @click=${close}>${msg('close')}</button>`
          : html`<button type="button" class="zs-btn zs-btn--primary" @click=${close}>${msg('done')}</button>`,
    });
  }
}
