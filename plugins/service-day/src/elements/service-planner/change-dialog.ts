/**
 * Closing a date or changing a desk: first the bookings that would be displaced, each with its alternatives, then the
 * notice, then the confirmation that names how many (shrink protocol, COMM-2).
 */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
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
  private readonly dialog: DialogController;
  private readonly form: FormController<ChangeValues & Record<string, string>>;
  private day: PlanDay | undefined;
  private desk: DeskPlan | undefined;
  private affected: readonly Affected[] | undefined;
  private waiting = 0;
  private problem: ZsError | undefined;
  private previewOf = '';

  constructor(host: PlannerHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'change');
    this.form = new FormController(host, {
      initial: { ...nothingTyped },
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
    });
  }

  openFor(day: PlanDay, desk?: DeskPlan): void {
    this.day = day;
    this.desk = desk;
    this.affected = undefined;
    this.problem = undefined;
    this.previewOf = '';
    this.form.reset({ ...nothingTyped, changeCapacity: desk === undefined ? '' : String(desk.capacityPerSlot) });
    this.dialog.open();
    void this.preview();
  }

  /** Looks again at who would be affected; an answer to an earlier question is dropped. */
  private async preview(): Promise<void> {
    const { day, desk, host } = this;
    const capacity = Number(this.form.values.changeCapacity);
    if (day === undefined || (desk !== undefined && !/^\d{1,2}$/.test(this.form.values.changeCapacity ?? ''))) return;
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
    } catch (error) {
      if (asked === this.previewOf) this.problem = error as ZsError;
    }
    host.requestUpdate();
  }

  private readonly send = async (): Promise<void> => {
    const { day, desk, host, affected } = this;
    if (day === undefined || affected === undefined) return;
    const { changeReason: reason = '', changeNotice: text = '', changeCapacity } = this.form.values;
    const shared = { date: day.day.date, reason, notice: text, affected: affected.length };
    const outcome =
      desk === undefined
        ? await host.attempts.run('close-day', shared, (input, options) => host.serviceDay().closeDay(input, options))
        : await host.attempts.run(
            'change-desk',
            { ...shared, department: desk.department, capacity: Number(changeCapacity) },
            (input, options) => host.serviceDay().changeDesk(input, options),
          );
    if (!outcome.ok) {
      this.problem = outcome.error;
      if (outcome.error.code === 'affected-changed') await this.preview();
      host.requestUpdate();
      return;
    }
    this.dialog.close();
    host.toast.show({
      text:
        desk === undefined
          ? host.msg('closed', { date: host.dateText(day.day.date), n: affected.length })
          : host.msg('deskChanged', { department: host.departmentName(desk.department) }),
    });
    await host.refresh();
  };

  render(): TemplateResult | typeof nothing {
    const { host, day, desk, affected } = this;
    if (day === undefined) return nothing;
    const date = host.dateText(day.day.date);
    const { msg } = host;
    return this.dialog.render({
      title:
        desk === undefined
          ? msg('closeTitle', { date })
          : msg('deskTitle', { date, department: host.departmentName(desk.department) }),
      body: html`<form id="change-form" novalidate @submit=${this.form.submit(this.send)}>
        ${this.form.renderSummary()}
        ${
          this.problem === undefined
            ? nothing
            : notice({
                kind: 'caution',
                role: 'alert',
                title: this.problem.code === 'affected-changed' ? msg('changedMeanwhile') : this.problem.message,
              })
        }
        <div class="zs-form">
          ${
            desk === undefined
              ? nothing
              : textField(this.form.field('changeCapacity'), {
                  label: msg('deskCapacity'),
                  hint: msg('deskCapacityHelp'),
                  type: 'number',
                  inputmode: 'numeric',
                  min: '0',
                  max: '50',
                })
          }
          ${textField(this.form.field('changeReason'), { label: msg('reason'), hint: msg('reasonHelp'), wide: true })}
        </div>
        ${
          affected === undefined
            ? html`<p class="zs-muted" role="status">${msg('previewing')}</p>`
            : this.renderAffected(affected)
        }
        ${
          (affected?.length ?? 0) === 0
            ? nothing
            : textArea(this.form.field('changeNotice'), {
                label: msg('notice'),
                hint: msg('noticeHelp'),
                maxlength: 300,
                wide: true,
              })
        }
      </form>`,
      actions: html`<button
          type="submit"
          form="change-form"
          class="zs-btn ${desk === undefined ? 'zs-btn--danger-fill' : 'zs-btn--primary'}"
          ?disabled=${affected === undefined || host.attempts.busy !== ''}
        >
          ${msg(desk === undefined ? 'confirmClose' : 'confirmDesk')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('back')}</button>`,
    });
  }

  private renderAffected(affected: readonly Affected[]): TemplateResult {
    const { host } = this;
    const { msg } = host;
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
