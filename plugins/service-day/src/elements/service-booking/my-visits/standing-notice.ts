/** Missed appointments: a warning before the limit, and the way out of it. */
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatDate } from '../booking-words.ts';
import type { MyVisitsView } from './my-visits.ts';
import type { OwnRecords } from './own-records.ts';

export function standingNotice(view: MyVisitsView, { standing }: OwnRecords): TemplateResult | typeof nothing {
  const { msg, locale } = view;
  if (standing === null || (standing.missedCount === 0 && standing.limitedUntil === null)) return nothing;
  const { missedCount: n, limit, windowDays: days, limitedUntil } = standing;
  return notice({
    kind: limitedUntil === null ? 'info' : 'caution',
    title: msg('standing'),
    body: [
      msg('missed', { n, limit, days }),
      limitedUntil === null ? '' : msg('limited', { date: formatDate(limitedUntil, { locale }) }),
    ].join(' '),
  });
}
