/** Categories, quantities, deadlines and states of a need in the reader's words. */
import { alertIcon, checkIcon, okIcon, stopIcon, waitIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon, hourglassIcon, inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import type { IconPath } from '@zhaoshang/elements/icons.ts';
import { tag, type TagKind } from '@zhaoshang/elements/views/tag.ts';
import type { TemplateResult } from 'lit';
import type { DeskWords } from '../desk-host.ts';
import type { Need, NeedState } from '../match-types.ts';

const dayMilliseconds = 86_400_000;
/** From so many days on a deadline is near. */
export const nearDays = 7;

export function categoryName({ catalogue, locale }: DeskWords, code: string): string {
  const found = catalogue?.categories.find((category) => category.code === code);
  return found === undefined ? code : locale === 'en' ? found.nameEn : found.name;
}

export function townName({ catalogue, locale }: DeskWords, code: string): string {
  const found = catalogue?.towns.find((town) => town.code === code);
  return found === undefined ? code : locale === 'en' ? found.nameEn : found.name;
}

/** `1,800 平方米`; `''` where no quantity is stated. */
export function quantityText(locale: string, quantity: number | null, unit: string): string {
  return quantity === null ? '' : `${quantity.toLocaleString(locale === 'en' ? 'en' : 'zh-CN')} ${unit}`.trim();
}

/** Days from today to a date; negative when it is over. */
export const daysTo = (today: string, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / dayMilliseconds);

/** How long there is, in words: 还有 9 天, 今天到期, 已过 3 天. */
export function remainingText({ msg, today }: DeskWords, deadline: string): string {
  const days = daysTo(today, deadline);
  if (days === 0) return msg('dueToday');
  return days > 0 ? msg('dueIn', { n: days }) : msg('overdue', { n: -days });
}

const marks: Readonly<Record<NeedState, readonly [TagKind, IconPath]>> = {
  draft: ['plain', clockIcon],
  submitted: ['caution', inboxIcon],
  assigned: ['info', clockIcon],
  matching: ['brand', waitIcon],
  offered: ['info', hourglassIcon],
  accepted: ['positive', checkIcon],
  fulfilled: ['positive', okIcon],
  confirmed: ['plain', okIcon],
  unmet: ['negative', alertIcon],
  withdrawn: ['plain', stopIcon],
};

export function stateTag({ msg }: DeskWords, { state }: Pick<Need, 'state'>): TemplateResult {
  const [kind, path] = marks[state];
  return tag(kind, msg(state), path);
}

/** Nothing for an ordinary need: only what is above it is marked. */
export function urgencyTag({ msg }: DeskWords, { urgency }: Pick<Need, 'urgency'>): TemplateResult | undefined {
  if (urgency === 'normal') return undefined;
  return tag(urgency === 'urgent' ? 'negative' : 'caution', msg(urgency), alertIcon);
}

/** What the enterprise wrote, or the least that a personal need says. */
export function needText({ msg }: DeskWords, need: Need): string {
  if (need.masked) return msg('maskedText');
  if (need.text !== '') return need.text;
  const { personal } = need;
  if (personal === null) return msg('noText');
  if (personal.kind === 'medical') return `${personal.department} ${personal.when}`.trim();
  return personal.places.map(({ band, count }) => msg('places', { band: msg(band), n: count })).join(msg('comma'));
}

/** Names may be seen by those a need is for; others see that there is one. */
export const needName = ({ msg }: DeskWords, need: Need): string =>
  need.masked ? msg('maskedName') : need.enterpriseName;
