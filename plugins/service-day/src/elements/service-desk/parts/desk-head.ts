/** Whose desk, which day, how fresh; and the day in figures. */
import { downIcon, icon, leftIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { offlineIcon, refreshIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import type { LiveState } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { deskNumber, timeAt } from '@zhaoshang/elements/words.ts';
import type { DeskDay, DeskHost } from '../desk-host.ts';

export interface DeskHeadParts {
  readonly live: LiveState;
  /** Departments to choose from; fewer than two: no chooser. */
  readonly choices: readonly string[];
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  readonly goTo: (date: string) => void;
  readonly choose: (department: string) => void;
}

export function deskHead(host: DeskHost, parts: DeskHeadParts): TemplateResult {
  const { msg, day, shownDepartment, departments } = host;
  const department = departments.find(({ code }) => code === shownDepartment);
  const name = host.departmentName(shownDepartment);
  const turn = (date: string | undefined, label: string, mark: string) =>
    html`<button
      type="button"
      class="zs-btn zs-btn--icon zs-btn--quiet"
      aria-label=${label}
      title=${label}
      ?disabled=${date === undefined}
      @click=${() => date !== undefined && parts.goTo(date)}
    >
      ${icon(mark)}
    </button>`;
  return html`<header class="zs-head">
    <div class="zs-head__row">
      <div>
        <h2 class="zs-title" id="desk-title">
          ${department === undefined ? name : msg('title', { department: name, no: deskNumber(department.deskNo) })}
        </h2>
        <p class="zs-small zs-muted zs-desk__line">
          <span class="zs-desk__date">
            ${turn(parts.earlier, msg('earlierDay'), leftIcon)}
            <span class="zs-nb">${host.dateText(host.shownDate)}</span>
            ${turn(parts.later, msg('laterDay'), rightIcon)}
          </span>
          ${
            day === undefined || day.hosts.length === 0
              ? nothing
              : html`<span class="zs-desk__hosts"
                  >${msg('hosts', { names: day.hosts.join(host.locale === 'en' ? ', ' : '、') })}</span
                >`
          }
          ${day === undefined ? nothing : liveTag(host, day, parts.live)}
        </p>
      </div>
      ${parts.choices.length < 2 ? nothing : departmentChooser(host, parts)}
    </div>
  </header>`;
}

function departmentChooser(host: DeskHost, { choices, choose }: DeskHeadParts): TemplateResult {
  return html`<div class="zs-field zs-desk__chooser">
    <div>
      <label class="zs-field__label" for="desk-department">${host.msg('chooseDepartment')}</label>
      <span class="zs-select-wrap">
        <select
          class="zs-select"
          id="desk-department"
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
        >
          ${choices.map(
            (code) =>
              html`<option value=${code} .selected=${code === host.shownDepartment}>
                ${host.departmentName(code)}
              </option>`,
          )}
        </select>
        ${icon(downIcon, 'small')}
      </span>
    </div>
  </div>`;
}

function liveTag(host: DeskHost, { asOf }: DeskDay, live: LiveState): TemplateResult {
  const time = timeAt(Date.parse(asOf));
  switch (live) {
    case 'live':
      return tag('positive', host.msg('liveOn', { time }), refreshIcon);
    case 'polling':
      return tag('info', host.msg('livePolling', { time }), refreshIcon);
    case 'offline':
      return tag('caution', host.msg('liveOff', { time }), offlineIcon);
    case 'connecting':
      return tag('plain', host.msg('liveConnecting', { time }), refreshIcon);
  }
}

export function deskFigures({ msg }: DeskHost, { stats }: DeskDay): TemplateResult {
  const minutes = (value: number | null) =>
    value === null ? '—' : html`${Math.round(value)} <small>${msg('minutes')}</small>`;
  const figures: readonly (readonly [string, unknown])[] = [
    [msg('booked'), stats.booked],
    [msg('checkedIn'), stats.checkedIn],
    [msg('waiting'), stats.waiting],
    [msg('served'), stats.served],
    [msg('missed'), stats.missed],
    [msg('averageWait'), minutes(stats.averageWaitMinutes)],
    [msg('averageService'), minutes(stats.averageServiceMinutes)],
  ];
  return html`<dl class="zs-stats">
    ${figures.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
