/** What displaced enterprises are told about their appointment and where else they can go, in both languages. */
import { formatTime } from '@zhaoshang/workdays/format.ts';
import type { Booking } from '../model/records.ts';
import type { Alternative } from './alternatives.ts';
import { dateWordsOf, departmentWordsOf, slotWordsOf, type ServiceContext, type Words } from './service-context.ts';

/** A seat that was taken away: the organiser's own words, as they were written, and where to go instead. */
export function displacedWords(
  context: ServiceContext,
  booking: Booking,
  notice: string,
  alternatives: readonly Alternative[],
): Words {
  const place = placeWords(context, booking);
  const instead = alternativeWords(context, alternatives);
  return {
    zh: `${place.zh}的预约办不了：${notice} ${instead.zh}`,
    en: `Your appointment ${place.en} cannot take place: ${notice} ${instead.en}`,
  };
}

/** `11月25日（星期三）9:00税务局`; en `on Wednesday, 25 November, 9:00 with Taxation`. */
export function placeWords(context: ServiceContext, booking: Booking): Words {
  const when = slotWordsOf(context, booking);
  const place = departmentWordsOf(context, booking.department);
  return { zh: `${when.zh}${place.zh}`, en: `on ${when.en} with ${place.en}` };
}

/** The next free times, date by date, and where to take one. */
export function alternativeWords(context: ServiceContext, alternatives: readonly Alternative[]): Words {
  if (alternatives.length === 0)
    return {
      zh: '近期暂无空闲时段，放号后可在“我的预约”里改期。',
      en: 'There is no free time soon; once more dates open you can move it under My bookings.',
    };
  const startsOf = new Map<string, string[]>();
  for (const { date, start } of alternatives) startsOf.set(date, [...(startsOf.get(date) ?? []), formatTime(start)]);
  const days = [...startsOf].map(([date, starts]) => ({ date: dateWordsOf(context, date), starts }));
  return {
    zh: `可以改约${days.map(({ date, starts }) => date.zh + starts.join('、')).join('；')}，在“我的预约”里改期，先到先得。`,
    en: `Free times: ${days.map(({ date, starts }) => `${date.en}, ${starts.join(', ')}`).join('; ')}. Move it under My bookings; first come, first served.`,
  };
}
