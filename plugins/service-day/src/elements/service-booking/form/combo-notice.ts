/** 连办: the order without waiting comes first, others on demand. */
import { linkIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatTime } from '../booking-words.ts';
import type { BookingView } from '../booking-view.ts';
import type { BookingForm } from './booking-form.ts';
import type { Combo } from './combos.ts';

export function comboNotice(view: BookingView, form: BookingForm): TemplateResult | typeof nothing {
  const { flow } = view;
  const { msg, combos } = form;
  const [best, ...others] = combos;
  if (best === undefined || flow.departments.every((code) => flow.picks[code] !== undefined)) return nothing;
  const take = (combo: Combo) => () => form.takeSegments(combo.segments);
  return notice({
    icon: linkIcon,
    title: titleOf(form, best),
    body: msg('comboRule', { list: listOf(view, best) }),
    actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${take(best)}>${msg('comboTake')}</button>
      ${
        form.moreCombos
          ? others.map(
              (combo) =>
                html`<button type="button" class="zs-btn" @click=${take(combo)}>${listOf(view, combo)}</button>`,
            )
          : others.length === 0
            ? nothing
            : html`<button type="button" class="zs-btn" @click=${() => form.showMoreCombos()}>
                ${msg('comboMore', { n: others.length })}
              </button>`
      }`,
  });
}

function titleOf({ msg }: BookingForm, { segments, start, end, idleMinutes }: Combo): string {
  const data = { n: segments.length, start: formatTime(start), end: formatTime(end), idle: idleMinutes };
  return msg(idleMinutes === 0 ? 'comboTitle' : 'comboIdle', data);
}

function listOf(view: BookingView, { segments }: Combo): string {
  const words = segments.map(({ department, start }) => `${formatTime(start)} ${view.nameOf(department)}`);
  return words.join(view.locale === 'en' ? ', ' : '，');
}
