import { ZsElement, useMessages } from '@zhaoshang/elements';
import { icon } from '@zhaoshang/elements/icons.ts';
import { printIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { visitStyles } from '@zhaoshang/elements/styles/visit.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { timelineStyles } from '@zhaoshang/elements/styles/timeline.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { timeline, type TimelineEntry } from '@zhaoshang/elements/views/timeline.ts';
import { dateAt, instantText } from '@zhaoshang/elements/words.ts';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Catalogue } from '../../proposal/proposal-types.ts';
import { amountText, ProposalWords } from '../../proposal/proposal-words.ts';
import type { Stated } from '../stated.ts';
import { receiptMessages } from './receipt.messages.ts';

const receiptStyles = css`
  .zs-receipt__no {
    font-size: var(--zs-text-h2);
    font-weight: var(--zs-weight-strong);
    overflow-wrap: anywhere;
  }
  .zs-receipt__notice:focus {
    outline: none;
  }
  @media print {
    .zs-receipt__act {
      display: none;
    }
  }
`;

/**
 * The receipt of a need (RES-8, RES-9), part of `<zs-needs-form>`: its number, who is responsible, what happens next, which corrections are being
 * checked. Emits `again` when another need is to be stated.
 *
 * @summary Receipt of a need (inside the needs form).
 */
export class NeedReceiptElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    noticeStyles,
    panelStyles,
    timelineStyles,
    visitStyles,
    receiptStyles,
  );

  private readonly msg = useMessages(this, receiptMessages);
  private readonly words = new ProposalWords(this, {
    catalogue: () => this.catalogue,
    today: () => dateAt(this.now()),
  });

  @property({ attribute: false }) stated: Stated | undefined;
  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) needsHref = '';
  /** Last day by which a specialist is named. */
  @state() private assignBy = '';

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    void this.receive();
  }

  private async receive(): Promise<void> {
    const { stated, msg } = this;
    if (stated === undefined) return;
    await this.focusOn('.zs-receipt__notice');
    this.announce(msg(stated.changed ? 'saidChanged' : 'said', { number: stated.need.number }));
    const days = this.catalogue?.assignWorkingDays;
    if (days === undefined || stated.need.specialist !== null) return;
    // The calendar came with the form.
    const { createWorkCalendar } = await import('@zhaoshang/workdays');
    this.assignBy = createWorkCalendar().addWorkdays(dateAt(this.now()), days).date;
  }

  private readonly handlePrint = (): void => print();
  private readonly handleAgain = (): void => void this.dispatchEvent(new Event('again'));

  private steps({ need, changed }: Stated): readonly TimelineEntry[] {
    const { msg, words, catalogue, assignBy, locale } = this;
    const at = changed ? this.now() : (need.submittedAt ?? need.createdAt);
    return [
      {
        when: instantText(at, locale, false),
        what: msg(changed ? 'stepChanged' : 'stepStated'),
        state: 'done',
        stateLabel: msg('done'),
      },
      {
        when: assignBy === '' ? msg('soon') : msg.parts('assignBy', { date: words.day(assignBy, true) }),
        what: need.specialist === null ? msg('assignedBy') : msg('responsible', { name: need.specialist.name }),
        state: 'now',
        stateLabel: msg('now'),
      },
      { when: msg('later'), what: msg('answer'), state: 'todo', stateLabel: msg('todo') },
      ...(catalogue === undefined
        ? []
        : [
            {
              when: msg('staleAfter', { n: catalogue.staleDays }),
              what: msg('stale'),
              state: 'todo' as const,
              stateLabel: msg('todo'),
            },
          ]),
      { when: msg('unmet'), what: msg('unmetWhat'), state: 'todo', stateLabel: msg('todo') },
    ];
  }

  private summary({ need }: Stated): TemplateResult {
    const { msg, words } = this;
    const { category, quantity, unit, deadline } = need;
    const row = (label: string, value: unknown) =>
      html`<dt>${label}</dt>
        <dd>${value}</dd>`;
    return html`<aside class="zs-panel zs-stack zs-small">
      <h3 class="zs-h3">${msg('summary')}</h3>
      <dl class="zs-sum">
        ${row(msg('category'), words.category(category))}
        ${quantity === null ? nothing : row(msg('quantity'), amountText(quantity, unit))}
        ${row(msg('deadline'), words.date(deadline, true))}
      </dl>
      <p>${msg('phone', { phone: this.catalogue?.helpPhone ?? '' })}</p>
    </aside>`;
  }

  private corrections({ tickets, refusals }: Stated): unknown {
    const { msg, words } = this;
    return html`${
      tickets.length === 0
        ? nothing
        : notice({
            kind: 'info',
            title: msg('tickets'),
            body: html`<ul>
              ${tickets.map(
                ({ label, department }) =>
                  html`<li>${msg('ticket', { label, department: words.provider(department) })}</li>`,
              )}
            </ul>`,
          })
    }${
      refusals.length === 0
        ? nothing
        : notice({
            kind: 'caution',
            title: msg('refusals'),
            body: html`<ul>
              ${refusals.map(({ label, message }) => html`<li>${msg('refusal', { label, message })}</li>`)}
            </ul>`,
          })
    }`;
  }

  protected override renderContent(): unknown {
    const { stated, msg, locale, needsHref } = this;
    if (stated === undefined) return nothing;
    const { need, changed } = stated;
    const at = changed ? this.now() : (need.submittedAt ?? need.createdAt);
    return html`<div class="zs-stack-l">
      <div class="zs-receipt__notice" tabindex="-1">
        ${notice({
          kind: 'positive',
          title: msg(changed ? 'changed' : 'stated'),
          body: html`<span class="zs-receipt__no">${need.number}</span
            ><br />${msg('at', { when: instantText(at, locale) })}`,
        })}
      </div>
      ${this.corrections(stated)}
      <div class="zs-split">
        <div class="zs-stack">
          <h3 class="zs-h2">${msg('next')}</h3>
          ${timeline(this.steps(stated))}
        </div>
        ${this.summary(stated)}
      </div>
      <div class="zs-row zs-receipt__act">
        ${needsHref === '' ? nothing : html`<a class="zs-btn zs-btn--primary" href=${needsHref}>${msg('mine')}</a>`}
        <button type="button" class="zs-btn" @click=${this.handlePrint}>${icon(printIcon)}${msg('print')}</button>
        <button type="button" class="zs-btn" @click=${this.handleAgain}>${msg('again')}</button>
      </div>
    </div>`;
  }
}
