/** How the matter ended: outcome, reply, owner (COMM-1, COMM-9). What is typed belongs to its booking and outlives every reload. */
import { checkbox, radioGroup, selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { checkIcon, crossIcon, icon } from '@zhaoshang/elements/icons.ts';
import { callIcon, refreshIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost, QueueRow } from '../desk-host.ts';
import { problemNotice } from './problem-notice.ts';

/** As the contract has it. */
const replyMaximum = 1000;
const kinds = ['resolved', 'follow-up', 'materials', 'transferred'] as const;

interface OutcomeValues {
  outcome: string;
  reply: string;
  owner: string;
  transferTo: string;
  transferOwner: string;
  complex: boolean;
}

export interface OutcomeActs {
  /** Told after the outcome is stored; `next` where the next one is to be called. */
  readonly ended: (row: QueueRow, followUpId: string | null, next: boolean) => Promise<void>;
  readonly callAgain: (row: QueueRow) => void;
  readonly miss: (row: QueueRow) => void;
}

export class OutcomeForm {
  private readonly host: DeskHost;
  private readonly acts: OutcomeActs;
  private readonly form: FormController<OutcomeValues>;
  private readonly drafts = new Map<string, OutcomeValues>();
  private readonly ended = new Set<string>();
  private row: QueueRow | undefined;
  private lost: { readonly number: string; readonly reply: string } | undefined;
  private problem: ZsError | undefined;

  constructor(host: DeskHost, acts: OutcomeActs) {
    this.host = host;
    this.acts = acts;
    this.form = new FormController<OutcomeValues>(host, {
      initial: { outcome: '', reply: '', owner: '', transferTo: '', transferOwner: '', complex: false },
      validate: (values) => this.errorsOf(values),
      changed: (values) => {
        if (this.row !== undefined) this.drafts.set(this.row.id, values);
      },
    });
  }

  /** Turns to the booking that is served now; `serving` are all of them. */
  follow(row: QueueRow | undefined, serving: readonly QueueRow[]): void {
    const before = this.row;
    this.row = row;
    if (before?.id === row?.id) return;
    if (before !== undefined && !serving.some(({ id }) => id === before.id)) {
      const reply = this.drafts.get(before.id)?.reply ?? '';
      if (reply !== '' && !this.ended.has(before.id)) this.lost = { number: before.queueNumber ?? '', reply };
      this.drafts.delete(before.id);
    }
    this.problem = undefined;
    this.form.reset((row === undefined ? undefined : this.drafts.get(row.id)) ?? this.empty());
  }

  private empty(): OutcomeValues {
    const { personName, day } = this.host;
    const hosts = day?.hosts ?? [];
    const owner = hosts.includes(personName) ? personName : (hosts[0] ?? personName);
    return { outcome: '', reply: '', owner, transferTo: '', transferOwner: '', complex: false };
  }

  private errorsOf({ outcome, reply, owner, transferTo }: OutcomeValues) {
    const { msg } = this.host;
    const tooLong = reply.length - replyMaximum;
    return {
      outcome: outcome === '' ? msg('outcomeMissing') : undefined,
      reply:
        reply.trim() === ''
          ? msg('replyMissing')
          : tooLong > 0
            ? msg('replyLong', { max: replyMaximum, n: tooLong })
            : undefined,
      owner: (outcome === 'follow-up' || outcome === 'materials') && owner === '' ? msg('ownerMissing') : undefined,
      transferTo: outcome === 'transferred' && transferTo === '' ? msg('transferToMissing') : undefined,
    };
  }

  private readonly send = async (values: OutcomeValues, next: boolean): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const kind = values.outcome as (typeof kinds)[number];
    const owner = (kind === 'transferred' ? values.transferOwner : values.owner).trim();
    const input = {
      bookingId: row.id,
      outcome: kind,
      reply: values.reply.trim(),
      ...(kind === 'resolved' ? {} : { complex: values.complex }),
      ...(kind === 'resolved' || owner === '' ? {} : { owner }),
      ...(kind === 'transferred' ? { department: values.transferTo } : {}),
    };
    this.problem = undefined;
    // Said before the answer: the event that it brings is not somebody else's act.
    this.ended.add(row.id);
    const outcome = await host.attempts.run('serve', input, (value, options) =>
      host.serviceDay().serve(value, options),
    );
    if (!outcome.ok) {
      this.ended.delete(row.id);
      this.problem = outcome.error;
      host.requestUpdate();
      if (outcome.error.kind === 'conflict' || outcome.error.kind === 'stale') await host.refresh();
      return;
    }
    await this.acts.ended(row, outcome.output.outcome?.followUpId ?? null, next);
  };

  private readonly submit = (event: Event, next: boolean): void =>
    this.form.submit((values) => this.send(values, next))(event);

  /** Whoever ended the booking, what was typed here is not thrown away. */
  renderLost(): TemplateResult | typeof nothing {
    const { lost, host } = this;
    if (lost === undefined) return nothing;
    return notice({
      kind: 'caution',
      role: 'alert',
      title: host.msg('finishedElsewhere', { number: lost.number }),
      body: html`<span class="zs-desk__said">${lost.reply}</span>`,
      actions: html`<button
        type="button"
        class="zs-btn"
        @click=${() => {
          this.lost = undefined;
          host.requestUpdate();
        }}
      >
        ${host.msg('dismiss')}
      </button>`,
    });
  }

  render(next: QueueRow | undefined): TemplateResult | typeof nothing {
    const { host, row, form } = this;
    if (row === undefined || !host.canWork) return nothing;
    const { msg, attempts, settings } = host;
    const due = { simple: settings?.followUpWorkingDays ?? 0, complex: settings?.complexFollowUpWorkingDays ?? 0 };
    const { outcome } = form.values;
    const busy = attempts.busy;
    return html`<form
      class="zs-stack"
      novalidate
      aria-labelledby="now-title"
      @submit=${(event: Event) => this.submit(event, next !== undefined)}
    >
      ${form.renderSummary()} ${problemNotice(this.problem)}
      ${radioGroup(form.field('outcome'), {
        label: msg('outcome'),
        choices: kinds.map((kind) => ({ value: kind, label: msg(kind) })),
        row: true,
      })}
      ${textArea(form.field('reply'), { label: msg('reply'), hint: msg('replyHint'), maxlength: replyMaximum, rows: 4 })}
      ${outcome === 'follow-up' || outcome === 'materials' ? this.renderOwner() : nothing}
      ${outcome === 'transferred' ? this.renderTransfer() : nothing}
      ${
        outcome === '' || outcome === 'resolved'
          ? nothing
          : checkbox(form.field('complex'), { label: msg('complex'), hint: msg('complexHint', due) })
      }
      <button
        type="submit"
        class="zs-btn zs-btn--primary zs-btn--wide"
        aria-busy=${busy === 'serve' || busy === 'call' ? 'true' : 'false'}
      >
        ${icon(next === undefined ? checkIcon : callIcon)}${
          next === undefined ? msg('finish') : msg('finishNext', { number: next.queueNumber ?? '' })
        }
      </button>
      <div class="zs-row">
        ${
          next === undefined
            ? nothing
            : html`<button type="button" class="zs-btn" @click=${(event: Event) => this.submit(event, false)}>
                ${msg('saveOnly')}
              </button>`
        }
        <button
          type="button"
          class="zs-btn"
          aria-busy=${busy === 'call-again' ? 'true' : 'false'}
          @click=${() => this.acts.callAgain(row)}
        >
          ${icon(refreshIcon)}${msg('callAgain')}
        </button>
        <button type="button" class="zs-btn zs-btn--danger" @click=${() => this.acts.miss(row)}>
          ${icon(crossIcon)}${msg('miss')}
        </button>
      </div>
    </form>`;
  }

  private renderOwner(): TemplateResult {
    const { host, form } = this;
    const names = [...new Set([...(host.day?.hosts ?? []), form.values.owner, host.personName])].filter(Boolean);
    return selectField(form.field('owner'), {
      label: host.msg('owner'),
      choices: names.map((name) => ({ value: name, label: name })),
    });
  }

  private renderTransfer(): TemplateResult {
    const { host, form } = this;
    const choices = host.departments
      .filter(({ code }) => code !== host.shownDepartment)
      .map(({ code }) => ({ value: code, label: host.departmentName(code) }));
    return html`<div class="zs-form">
      ${selectField(form.field('transferTo'), { label: host.msg('transferTo'), choices })}
      ${textField(form.field('transferOwner'), {
        label: host.msg('owner'),
        hint: host.msg('ownerTransferHint'),
        optional: true,
        maxlength: 40,
      })}
    </div>`;
  }
}
