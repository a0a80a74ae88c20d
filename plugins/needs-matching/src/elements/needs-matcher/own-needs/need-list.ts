/** The enterprise's needs, newest first; each a button that opens it beside the list. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { longClass } from '../../proposal/long-list.ts';
import type { Need } from '../../proposal/proposal-types.ts';
import { amountText } from '../../proposal/proposal-words.ts';
import { asksSomething, stateTag } from '../need-words.ts';
import type { OwnNeedsHost } from './own-needs-host.ts';

/** Needs in which every word stands somewhere. */
export function findNeeds(host: OwnNeedsHost, needs: readonly Need[], query: string): readonly Need[] {
  const wanted = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return needs;
  return needs.filter((need) => {
    const { msg, words } = host;
    const all = [need.text, need.number, words.category(need.category), msg(`state_${need.state}`), ...need.tags]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}

export function needList(host: OwnNeedsHost, needs: readonly Need[], chosen: string): TemplateResult {
  return html`<ul class="zs-picks ${longClass(needs)}">
    ${repeat(
      needs,
      ({ id }) => id,
      (need) => row(host, need, need.id === chosen),
    )}
  </ul>`;
}

function row(host: OwnNeedsHost, need: Need, isChosen: boolean): TemplateResult {
  const { msg, words } = host;
  const { category, text, quantity, unit, deadline } = need;
  const facts = [
    quantity === null ? '' : amountText(quantity, unit),
    msg('deadline', { date: words.date(deadline) }),
  ].filter(Boolean);
  return html`<li>
    <button
      type="button"
      class="zs-pick"
      id="pick-${need.id}"
      aria-current=${isChosen ? 'true' : nothing}
      @click=${() => host.choose(need)}
    >
      <span class="zs-pick__head"><b>${words.category(category)}</b> ${stateTag(msg, need)}</span>
      <span class="zs-pick__text zs-small">${text === '' ? msg('noText') : text}</span>
      <span class="zs-caption zs-muted"
        >${facts.map((fact) => html`<span class="zs-nb">${fact}</span>　 `)}${
          asksSomething(need) ? html`<b class="zs-pick__todo">${msg('toDo')}</b>` : nothing
        }</span
      >
    </button>
  </li>`;
}
