/** The weeks ahead, one row a date, its desks one press away. */
import { downIcon, icon, okIcon, plusIcon, stopIcon, upIcon, alertIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag, type TagKind } from '@zhaoshang/elements/views/tag.ts';
import type { IconPath } from '@zhaoshang/elements';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlan, PlanDay, PlannerHost } from '../planner-host.ts';

export interface DayTableActs {
  readonly isOpen: (date: string) => boolean;
  readonly toggle: (date: string) => void;
  readonly close: (day: PlanDay) => void;
  readonly reopen: (day: PlanDay) => void;
  readonly changeDesk: (day: PlanDay, desk: DeskPlan) => void;
}

const looks: Readonly<Record<PlanDay['day']['state'], readonly [TagKind, IconPath]>> = {
  past: ['plain', okIcon],
  'not-released': ['plain', clockIcon],
  open: ['positive', okIcon],
  full: ['caution', alertIcon],
  'closed-for-booking': ['plain', clockIcon],
  cancelled: ['negative', stopIcon],
};

export function dayTable(host: PlannerHost, days: readonly PlanDay[], acts: DayTableActs): TemplateResult {
  const { msg } = host;
  return html`<table class="zs-table zs-table--stack zs-plan" role="table">
    <caption class="zs-vh">
      ${msg('days')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${msg('date')}</th>
        <th scope="col" role="columnheader">${msg('state')}</th>
        <th scope="col" role="columnheader">${msg('desksPresent')}</th>
        <th scope="col" role="columnheader" class="is-num">${msg('seats')}</th>
        <th scope="col" role="columnheader" class="is-num">${msg('waiting')}</th>
      </tr>
    </thead>
    ${days.map((day) => dayRows(host, day, acts))}
  </table>`;
}

function dayRows(host: PlannerHost, planned: PlanDay, acts: DayTableActs): TemplateResult {
  const { msg } = host;
  const { day, desks } = planned;
  const open = acts.isOpen(day.date);
  const waiting = desks.reduce((sum, desk) => sum + desk.waiting, 0);
  const taken = desks.reduce((sum, desk) => sum + desk.taken, 0);
  const seats = desks.reduce((sum, desk) => sum + desk.seats, 0);
  const [kind, mark] = looks[day.state];
  return html`<tbody role="rowgroup">
    <tr role="row">
      <th scope="row" role="rowheader">
        <button
          type="button"
          class="zs-expand"
          aria-expanded=${open ? 'true' : 'false'}
          aria-label=${msg('expand', { date: host.dateText(day.date) })}
          @click=${() => acts.toggle(day.date)}
        >
          ${icon(open ? upIcon : downIcon)}<span class="zs-nb">${host.dateText(day.date)}</span>
        </button>
      </th>
      <td role="cell" data-label=${msg('state')}>
        <span>
          ${tag(kind, msg(day.state), mark)} ${day.extra ? tag('info', msg('extra'), plusIcon) : nothing}
          ${planned.version > 0 && !day.extra && day.state !== 'cancelled' ? tag('info', msg('changed')) : nothing}
          ${day.provisional ? tag('caution', msg('provisional'), alertIcon) : nothing}
          <span class="zs-caption zs-muted zs-daynote">${dayNote(host, planned)}</span>
        </span>
      </td>
      <td role="cell" data-label=${msg('desksPresent')}>
        <span>${msg('desksCount', { n: desks.filter(({ present }) => present).length })}</span>
      </td>
      <td role="cell" class="is-num" data-label=${msg('seats')}><span>${taken} / ${seats}</span></td>
      <td role="cell" class="is-num" data-label=${msg('waiting')}><span>${waiting === 0 ? '—' : waiting}</span></td>
    </tr>
    ${open ? deskRow(host, planned, acts) : nothing}
  </tbody>`;
}

function dayNote(host: PlannerHost, { day }: PlanDay): string {
  if (day.reason !== '') return day.reason;
  if (day.state === 'not-released') return host.msg('releases', { time: host.instantText(day.releasesAt) });
  return day.plannedDate === day.date ? '' : host.msg('moved', { date: host.dateText(day.plannedDate) });
}

function deskRow(host: PlannerHost, planned: PlanDay, acts: DayTableActs): TemplateResult {
  const { msg } = host;
  const { day, desks, version } = planned;
  const changeable = host.canChange && day.state !== 'past' && day.state !== 'cancelled';
  return html`<tr role="row" class="is-drill">
    <td role="cell" colspan="5">
      <ul class="zs-list zs-desks">
        ${desks.map(
          (desk) =>
            html`<li class="zs-item">
              <div class="zs-tight">
                <p>
                  <b>${host.departmentName(desk.department)}</b>　${
                    desk.present ? nothing : tag('plain', msg('absent'))
                  }
                </p>
                <p class="zs-small zs-muted">
                  ${msg('taken')} ${desk.taken} / ${desk.seats}　${msg('capacity')}
                  ${desk.capacityPerSlot}${
                    desk.capacityPerSlot === desk.plannedCapacityPerSlot
                      ? nothing
                      : html`（${msg('planned', { n: desk.plannedCapacityPerSlot })}）`
                  }${
                    desk.waiting === 0
                      ? nothing
                      : html` 　${msg('waiting')} ${msg('waitingPeople', { n: desk.waiting })}`
                  }
                </p>
              </div>
              ${
                changeable
                  ? html`<button
                      type="button"
                      class="zs-btn"
                      aria-label="${msg('changeDesk')} ${host.departmentName(desk.department)}"
                      @click=${() => acts.changeDesk(planned, desk)}
                    >
                      ${msg('changeDesk')}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
      <div class="zs-row">
        ${
          changeable
            ? html`<button type="button" class="zs-btn zs-btn--danger" @click=${() => acts.close(planned)}>
                ${icon(stopIcon)}${msg('close')}
              </button>`
            : nothing
        }
        ${
          host.canChange && version > 0 && day.state !== 'past'
            ? html`<button type="button" class="zs-btn" @click=${() => acts.reopen(planned)}>${msg('reopen')}</button>`
            : nothing
        }
      </div>
    </td>
  </tr>`;
}
