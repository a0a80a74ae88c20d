/** What is asked for, by when, and how far it has come. */
import { steps } from '@zhaoshang/elements/views/steps.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { daysBetween } from '@zhaoshang/workdays/iso-date.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Need } from '../../proposal/proposal-types.ts';
import { amountText } from '../../proposal/proposal-words.ts';
import { stateTag } from '../need-words.ts';
import type { NeedDetailHost } from './detail-host.ts';

const stepNames = ['submitted', 'matching', 'offered', 'accepted', 'fulfilled', 'confirmed'] as const;
/** The step that is under way in a state. */
const stepOf: Partial<Record<Need['state'], number>> = {
  submitted: 1,
  assigned: 1,
  matching: 1,
  unmet: 1,
  offered: 2,
  accepted: 4,
  fulfilled: 5,
  confirmed: 6,
};

export function needHead(host: NeedDetailHost, need: Need): TemplateResult {
  const { msg, words } = host;
  const { number, specialist, text } = need;
  const who = specialist === null ? msg('noSpecialist') : msg('specialist', { name: specialist.name });
  return html`<div class="zs-head">
      <h3 class="zs-h2 zs-need-title" tabindex="-1">
        ${msg('heading', { category: words.category(need.category) })} ${stateTag(msg, need)}
      </h3>
      <p class="zs-small zs-muted">${msg('number', { number })}　${who}</p>
      <p class="zs-lead">${text === '' ? msg('noText') : text}</p>
      <dl class="zs-facts">
        ${factsOf(host, need).map(([label, value]) =>
          value === ''
            ? nothing
            : html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
        )}
      </dl>
    </div>
    ${progress(host, need)}`;
}

function factsOf({ msg, words }: NeedDetailHost, need: Need): readonly (readonly [string, string])[] {
  const { quantity, unit, subjects, features, urgency, submittedAt, personal, attachments = [] } = need;
  const places = personal?.kind === 'school' ? personal.places : [];
  return [
    [msg('factWhat'), words.list([...subjects, ...features])],
    [msg('factAmount'), quantity === null ? '' : amountText(quantity, unit)],
    [msg('factPlaces'), words.list(places.map(({ band, count }) => msg(`band_${band}`, { n: count })))],
    [msg('factDeadline'), deadlineText({ msg, words }, need)],
    [msg('factUrgency'), msg(`urgency_${urgency}`)],
    [msg('factPapers'), words.list(attachments.map(({ name }) => name))],
    [msg('factSubmitted'), submittedAt === null ? '' : words.date(dateAt(Date.parse(submittedAt)), true)],
  ];
}

function deadlineText({ msg, words }: Pick<NeedDetailHost, 'msg' | 'words'>, need: Need): string {
  const date = words.date(need.deadline, true);
  const n = daysBetween(words.today, need.deadline);
  const closed = ['confirmed', 'withdrawn', 'fulfilled'].includes(need.state);
  if (closed) return date;
  return n === 0
    ? msg('deadlineToday', { date })
    : n > 0
      ? msg('deadlineLeft', { date, n })
      : msg('deadlineOver', { date, n: -n });
}

function progress({ msg }: NeedDetailHost, { state }: Need): unknown {
  const current = stepOf[state];
  if (current === undefined) return nothing;
  const at = Math.min(current, stepNames.length - 1);
  return steps({
    steps: stepNames.map((name) => msg(`step_${name}`)),
    current,
    summary: msg('stepNow', { n: at + 1, of: stepNames.length, step: msg(`step_${stepNames[at] ?? 'confirmed'}`) }),
  });
}
