/** How good the plan is, and what locks and bans cost. */
import { okIcon } from '@zhaoshang/elements/icons.ts';
import { scaleIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { pointsText } from '../../../proposal/proposal-words.ts';
import type { Plan } from '../../match-types.ts';
import type { PlanHost } from '../plan-host.ts';

/** Points are halves and hundredths of sums: what is written is rounded once, here. */
export const roundedPoints = (points: number): string => pointsText(Math.round(points * 100) / 100);

/** `+6`, `−12.5`. */
export const signedPoints = (points: number): string => `${points < 0 ? '−' : '+'}${roundedPoints(Math.abs(points))}`;

export function planFigures({ msg }: PlanHost, plan: Plan, before: number | undefined): TemplateResult {
  const { total, totalWithoutRules, bound, proven, rules } = plan;
  // Rounded up, so that it is never better than it is.
  const gapPercent = bound <= 0 ? 0 : Math.ceil(((bound - total) / bound) * 10_000) / 100;
  const figures: readonly (readonly [string, unknown])[] = [
    [msg('total'), roundedPoints(total)],
    ...(before === undefined ? [] : [[msg('totalBefore'), roundedPoints(before)] as const]),
    ...(rules.length === 0 ? [] : [[msg('totalWithout'), roundedPoints(totalWithoutRules)] as const]),
    [msg('bound'), roundedPoints(bound)],
  ];
  return html`<dl class="zs-stats">
      ${figures.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="zs-plan__proof">
      ${proven ? tag('positive', msg('proven'), okIcon) : tag('info', msg('notProven', { n: gapPercent }), scaleIcon)}
    </p>`;
}

/** The scarcest are what a person can do something about. */
const pricesShown = 10;

/** Dual prices in words: what one more of a scarce resource would be worth. */
export function planPrices({ msg }: PlanHost, { prices }: Plan): TemplateResult | typeof nothing {
  const scarce = [...prices]
    .filter(({ price }) => price > 0)
    .sort((a, b) => b.price - a.price)
    .slice(0, pricesShown);
  if (scarce.length === 0) return nothing;
  return html`<section class="zs-section" aria-labelledby="prices-title">
    <div class="zs-section__head"><h3 class="zs-h2" id="prices-title">${msg('prices')}</h3></div>
    <ul class="zs-plan__lines">
      ${scarce.map(({ title, price }) => html`<li>${msg('price', { title, n: roundedPoints(price) })}</li>`)}
    </ul>
  </section>`;
}
