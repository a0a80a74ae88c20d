/** The pairs with why, who moved, who got nothing, and the locks and bans in force. */
import { crossIcon, icon } from '@zhaoshang/elements/icons.ts';
import { linkIcon, lockIcon } from '@zhaoshang/elements/more-icons.ts';
import { dataTable } from '@zhaoshang/elements/views/data-table.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { amountText } from '../../../proposal/proposal-words.ts';
import type { Plan, PlannedPair } from '../../match-types.ts';
import { pairKey, type PlanHost } from '../plan-host.ts';
import { roundedPoints, signedPoints } from './plan-figures.ts';

export const rowsEach = 50;

export function pairTable(host: PlanHost, { pairs }: Plan): TemplateResult {
  const { msg, chosen, desk } = host;
  const shown = pairs.slice(0, host.rowsShown);
  const all = pairs.every((pair) => chosen.has(pairKey(pair)));
  return html`<table class="zs-table zs-table--stack zs-table--plan" role="table">
      <caption class="zs-vh">
        ${msg('pairs')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            ${
              desk.canWork
                ? box(all, msg('chooseAll'), (on) => host.choose(on ? new Set(pairs.map(pairKey)) : new Set()))
                : nothing
            }
            <span>${msg('need')}</span>
          </th>
          <th scope="col" role="columnheader">${msg('resource')}</th>
          <th scope="col" role="columnheader" class="is-num">${msg('score')}</th>
          <th scope="col" role="columnheader">${msg('why')}</th>
          <th scope="col" role="columnheader"><span class="zs-vh">${msg('acts')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(shown, pairKey, (pair) => pairRow(host, pair))}
      </tbody>
    </table>
    ${moreButton(host, pairs.length)}`;
}

function moreButton(host: PlanHost, all: number): TemplateResult | typeof nothing {
  const left = all - host.rowsShown;
  if (left <= 0) return nothing;
  return html`<button type="button" class="zs-btn" @click=${() => host.showMore()}>
    ${host.msg('more', { n: Math.min(rowsEach, left) })}
  </button>`;
}

function box(checked: boolean, label: string, changed: (on: boolean) => void): TemplateResult {
  return html`<label class="zs-choice zs-plan__box">
    <input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)}
    />
    <span class="zs-choice__box"></span><span class="zs-vh">${label}</span>
  </label>`;
}

function pairRow(host: PlanHost, pair: PlannedPair): TemplateResult {
  const { msg, words, chosen, desk } = host;
  const { enterpriseName, number, resourceTitle, locked, against, preference } = pair;
  const names = { need: enterpriseName === '' ? number : enterpriseName, resource: resourceTitle };
  const key = pairKey(pair);
  const turn = (on: boolean) => {
    const next = new Set(host.chosen);
    if (on) next.add(key);
    else next.delete(key);
    host.choose(next);
  };
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <span class="zs-plan__need"
        >${desk.canWork ? box(chosen.has(key), msg('choose', { need: names.need }), turn) : nothing}
        <span
          ><button type="button" class="zs-link" @click=${() => desk.openNeed(pair.needId)}>${names.need}</button>
          <span class="zs-caption zs-muted zs-plan__sub">${words.category(pair.category)}　${number}</span></span
        ></span
      >
    </th>
    <td role="cell" data-label=${msg('resource')}>
      <span
        >${resourceTitle}
        <span class="zs-caption zs-muted zs-plan__sub">${amountText(pair.quantity, pair.unit)}</span>
        ${locked ? tag('brand', msg('locked'), lockIcon) : nothing}</span
      >
    </td>
    <td role="cell" data-label=${msg('score')} class="is-num">${roundedPoints(pair.score)}</td>
    <td role="cell" data-label=${msg('why')}>
      <span
        >${preference === null ? nothing : html`<b class="zs-nb">${msg('preference', { n: preference })}</b> `}${pair.why}
        ${against === null ? nothing : html`<br />${msg('against', { list: words.list(against.constraints) })}　${msg('reasonIs', { text: against.reason })}`}</span
      >
    </td>
    <td role="cell" class="is-num">
      ${
        desk.canWork
          ? html`${
                locked
                  ? nothing
                  : html`<button
                      type="button"
                      class="zs-btn zs-btn--quiet"
                      aria-label=${msg('lockOf', names)}
                      @click=${() => host.setRule('lock', pair)}
                    >
                      ${icon(lockIcon)}${msg('lock')}
                    </button>`
              }<button
                type="button"
                class="zs-btn zs-btn--quiet"
                aria-label=${msg('banOf', names)}
                @click=${() => host.setRule('ban', pair)}
              >
                ${icon(crossIcon)}${msg('ban')}
              </button>`
          : nothing
      }
    </td>
  </tr>`;
}

export function movedTable({ msg }: PlanHost, { moved }: Plan): TemplateResult | typeof nothing {
  if (moved.length === 0) return nothing;
  return html`<section class="zs-section" aria-labelledby="moved-title">
    <div class="zs-section__head">
      <h3 class="zs-h2" id="moved-title">${msg('moved', { n: moved.length })}</h3>
    </div>
    ${dataTable({
      caption: msg('moved', { n: moved.length }),
      captionHidden: true,
      columns: [
        { id: 'need', label: msg('need'), cell: ({ number }) => number },
        { id: 'from', label: msg('from'), cell: ({ from, fromTitle }) => (from === null ? msg('nothing') : fromTitle) },
        { id: 'to', label: msg('to'), cell: ({ to, toTitle }) => (to === null ? msg('nothing') : toTitle) },
        { id: 'change', label: msg('change'), numeric: true, cell: ({ scoreChange }) => signedPoints(scoreChange) },
        { id: 'why', label: msg('why'), cell: ({ why }) => why },
      ],
      rows: moved,
    })}
  </section>`;
}

export function unassignedTable(host: PlanHost, { unassigned }: Plan): TemplateResult | typeof nothing {
  const { msg, words, desk } = host;
  if (unassigned.length === 0) return nothing;
  return html`<section class="zs-section" aria-labelledby="unassigned-title">
    <div class="zs-section__head">
      <h3 class="zs-h2" id="unassigned-title">${msg('unassigned', { n: unassigned.length })}</h3>
    </div>
    ${dataTable({
      caption: msg('unassigned', { n: unassigned.length }),
      captionHidden: true,
      columns: [
        {
          id: 'need',
          label: msg('need'),
          cell: ({ needId, number }) =>
            html`<button type="button" class="zs-link" @click=${() => desk.openNeed(needId)}>${number}</button>`,
        },
        { id: 'category', label: msg('category'), cell: ({ category }) => words.category(category) },
        { id: 'reason', label: msg('reason'), cell: ({ reason }) => msg(reason) },
        {
          id: 'acts',
          label: msg('acts'),
          numeric: true,
          cell: ({ needId, number }) =>
            desk.canWork
              ? html`<button
                  type="button"
                  class="zs-btn zs-btn--quiet"
                  aria-label=${msg('lockOneOf', { need: number })}
                  @click=${() =>
                    host.setRule('lock', { needId, number, enterpriseName: '', resourceId: '', resourceTitle: '' })}
                >
                  ${icon(linkIcon)}${msg('lockOne')}
                </button>`
              : nothing,
        },
      ],
      rows: unassigned.slice(0, host.rowsShown),
    })}
    ${moreButton(host, unassigned.length)}
  </section>`;
}

export function ruleList(host: PlanHost, plan: Plan): TemplateResult | typeof nothing {
  const { msg, desk } = host;
  const { rules, pairs, unassigned, moved } = plan;
  if (rules.length === 0) return nothing;
  const cost = Math.round((plan.totalWithoutRules - plan.total) * 100) / 100;
  const numberOf = (needId: string): string =>
    [...pairs, ...unassigned, ...moved, ...rules].find((each) => each.needId === needId)?.number ?? needId;
  const titleOf = (resourceId: string): string =>
    pairs.find((pair) => pair.resourceId === resourceId)?.resourceTitle ??
    plan.prices.find((price) => price.resourceId === resourceId)?.title ??
    moved.find(({ from }) => from === resourceId)?.fromTitle ??
    rules.find((rule) => rule.resourceId === resourceId)?.resourceTitle ??
    resourceId;
  return html`<section class="zs-section" aria-labelledby="rules-title">
    <div class="zs-section__head">
      <h3 class="zs-h2" id="rules-title" tabindex="-1">${msg('rules', { n: rules.length })}</h3>
      <span class="zs-small zs-muted"
        >${cost > 0 ? msg('rulesNote', { n: roundedPoints(cost) }) : msg('rulesFree')}</span
      >
    </div>
    <ul class="zs-list">
      ${rules.map(({ needId, resourceId, kind, reason, impossible }) => {
        const names = { need: numberOf(needId), resource: titleOf(resourceId) };
        return html`<li class="zs-item">
          <div class="zs-tight">
            <p>
              ${tag(kind === 'lock' ? 'brand' : 'negative', msg(kind), kind === 'lock' ? lockIcon : crossIcon)}
              ${names.need}　${names.resource}
            </p>
            ${impossible ? html`<p class="zs-small">${tag('caution', msg('impossible'))} ${msg('impossibleWhy')}</p>` : nothing}
            <p class="zs-small zs-muted">${reason === '' ? msg('noReason') : msg('reasonIs', { text: reason })}</p>
          </div>
          ${
            desk.canWork
              ? html`<button
                  type="button"
                  class="zs-btn"
                  aria-label=${msg('clearOf', names)}
                  @click=${() => host.clearRule(needId, resourceId)}
                >
                  ${msg('clear')}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </section>`;
}
