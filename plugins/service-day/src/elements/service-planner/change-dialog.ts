/**
 * Closing a date or changing a desk: first the bookings that would be displaced, each with its alternatives, then the
 * notice, then the confirmation that names how many (shrink protocol, COMM-2).
 */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { asZsError, type ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { Affected, DeskPlan, PlanDay, PlannerHost } from './planner-host.ts';

interface ChangeValues {
  changeCapacity: string;
  changeReason: string;
  changeNotice: string;
}
const nothingTyped: ChangeValues = { changeCapacity: '', changeReason: '', changeNotice: '' };

export class ChangeDialog {
  private readonly host: PlannerHost;
  private readonly command: CommandDialog<ChangeValues>;
  private day: PlanDay | undefined;
  private desk: DeskPlan | undefined;
  private affected: readonly Affected[] | undefined;
  private waiting = 0;
  private previewOf = '';

  constructor(host: PlannerHost) {
    this.host = host;
    this.command = new CommandDialog<ChangeValues>(host, 'change', {
      initial: nothingTyped,
      fields: { capacity: 'changeCapacity', reason: 'changeReason', notice: 'changeNotice' },
      validate: ({ changeCapacity, changeReason, changeNotice }) => ({
        changeCapacity:
          this.desk === undefined || /^\d{1,2}$/.test(changeCapacity) ? undefined : host.msg('deskCapacityHelp'),
        changeReason: changeReason.trim() === '' ? host.msg('reasonMissing') : undefined,
        changeNotice:
          (this.affected?.length ?? 0) > 0 && changeNotice.trim() === '' ? host.msg('noticeMissing') : undefined,
      }),
      changed: (_values, name) => {
        if (name === 'changeCapacity') void this.preview();
      },
      confirmed: this.send,
    });
  }

  openFor(day: PlanDay, desk?: DeskPlan): void {
    this.day = day;
    this.desk = desk;
    this.affected = undefined;
    this.previewOf = '';
    this.command.open({ ...nothingTyped, changeCapacity: desk === undefined ? '' : String(desk.capacityPerSlot) });
    void this.preview();
  }

  /** Looks again at who would be affected; an answer to an earlier question is dropped. */
  private async preview(): Promise<void> {
    const { day, desk, host } = this;
    const { changeCapacity } = this.command.form.values;
    const capacity = Number(changeCapacity);
    if (day === undefined || (desk !== undefined && !/^\d{1,2}$/.test(changeCapacity))) return;
    const asked = (this.previewOf = `${day.day.date}|${desk?.department}|${capacity}|${Math.random()}`);
    try {
      const answer = await host
        .serviceDay()
        .previewChange(
          desk === undefined
            ? { date: day.day.date, kind: 'close' }
            : { date: day.day.date, kind: 'desk', department: desk.department, capacity },
        );
      if (asked !== this.previewOf) return;
      this.affected = answer.affected;
      this.waiting = answer.waiting;
      this.command.tell('');
    } catch (error) {
      if (asked === this.previewOf) this.command.tell(asZsError(error).message);
    }
    host.requestUpdate();
  }

  private readonly send = async (values: ChangeValues): Promise<void> => {
    const { day, desk, host, affected, command } = this;
    if (day === undefined || affected === undefined) return;
    const { date } = day.day;
    const shared = { date, reason: values.changeReason, notice: values.changeNotice, affected: affected.length };
    const ends = (text: string) => ({
      done: () => host.tell(text),
      refused: async ({ code }: ZsError) => {
        if (code !== 'affected-changed') return undefined;
        await this.preview();
        return host.msg('changedMeanwhile');
      },
    });
    if (desk === undefined)
      return command.send(
        'close-day',
        shared,
        (input, options) => host.serviceDay().closeDay(input, options),
        ends(host.msg('closed', { date: host.dateText(date), n: affected.length })),
      );
    return command.send(
      'change-desk',
      { ...shared, department: desk.department, capacity: Number(values.changeCapacity) },
      (input, options) => host.serviceDay().changeDesk(input, options),
      ends(host.msg('deskChanged', { department: host.departmentName(desk.department) })),
    );
  };

  render(): TemplateResult | typeof nothing {
    const { host, day, desk, affected, command } = this;
    if (day === undefined) return nothing;
    const date = host.dateText(day.day.date);
    const { msg } = host;
    return command.render({
      title:
        desk === undefined
          ? msg('closeTitle', { date })
          : msg('deskTitle', { date, department: host.departmentName(desk.department) }),
      body: [this.renderFields(), this.renderAffected(), this.renderNotice()],
      submit: msg(desk === undefined ? 'confirmClose' : 'confirmDesk'),
      danger: desk === undefined,
      submitDisabled: affected === undefined,
      back: msg('back'),
    });
  }

  private renderFields(): TemplateResult {
    const { msg } = this.host;
    const { form } = this.command;
    const capacity = {
      label: msg('deskCapacity'),
      hint: msg('deskCapacityHelp'),
      type: 'number',
      inputmode: 'numeric',
      min: '0',
      max: '50',
    } as const;
    return html`<div class="zs-form">
      ${this.desk === undefined ? nothing : textField(form.field('changeCapacity'), capacity)}
      ${textField(form.field('changeReason'), { label: msg('reason'), hint: msg('reasonHelp'), wide: true })}
    </div>`;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { msg } = this.host;
    if ((this.affected?.length ?? 0) === 0) return nothing;
    return textArea(this.command.form.field('changeNotice'), {
      label: msg('notice'),
      hint: msg('noticeHelp'),
      maxlength: 300,
      wide: true,
    });
  }

  private renderAffected(): TemplateResult {
    const { host, affected } = this;
    const { msg } = host;
    if (affected === undefined) return html`<p class="zs-muted" role="status">${msg('previewing')}</p>`;
    if (affected.length === 0 && this.waiting === 0) return html`<p role="status">${msg('affectedNone')}</p>`;
    return html`<div role="status">
        <p><b>${affected.length === 0 ? msg('affectedNone') : msg('affected', { n: affected.length })}</b></p>
        ${this.waiting === 0 ? nothing : html`<p class="zs-small">${msg('affectedWaiting', { n: this.waiting })}</p>`}
      </div>
      <ul class="zs-list zs-small">
        ${affected.map(
          (row) =>
            html`<li>
              <b>${row.enterpriseName}</b>　<span class="zs-nb">${row.start}</span
              >　${host.departmentName(row.department)} ${row.topic === '' ? nothing : html`<br />${row.topic}`}<br />
              <span class="zs-muted">
                ${
                  row.alternatives.length === 0
                    ? msg('alternativesNone')
                    : msg('alternatives', {
                        list: row.alternatives
                          .map(({ date, start }) => `${host.dateText(date)} ${start}`)
                          .join(this.host.locale === 'en' ? ', ' : '、'),
                      })
                }
              </span>
            </li>`,
        )}
      </ul>`;
  }
}
