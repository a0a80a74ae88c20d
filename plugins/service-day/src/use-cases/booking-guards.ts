/** What must hold before an enterprise takes seats: its standing, the day, the shape of the visit, its quotas. */
import { standardErrors, ZsError } from '@zhaoshang/kernel';
import { standings, type Booking } from '../model/records.ts';
import { cancelPause, limitInForce } from '../rules/standing.ts';
import { slotTimes, type ServiceDay } from '../rules/timetable.ts';
import { freeTopicKey, type TopicOf } from '../rules/topic-key.ts';
import {
  askingEnterprise,
  dateWordsOf,
  departmentFor,
  textOf,
  today,
  wordsOf,
  type ServiceContext,
} from './service-context.ts';

/** Ends with `booking-limited` or `cancelled-too-often`; a walk-in at the desk is never asked this. */
export async function expectGoodStanding(context: ServiceContext): Promise<void> {
  const standing = await context.tx.get(standings, askingEnterprise(context).uscc);
  const limitedUntil = limitInForce(standing, today(context));
  if (limitedUntil !== null) {
    const words = dateWordsOf(context, limitedUntil);
    context.fail('booking-limited', { limitedUntil, limitedUntilText: words.zh, limitedUntilTextEn: words.en });
  }
  const pause = cancelPause(context.config, standing, today(context));
  if (pause !== null) {
    const words = dateWordsOf(context, pause);
    context.fail('cancelled-too-often', {
      maximum: context.config.quotas.cancelsPerThirtyDays,
      until: words.zh,
      untilEn: words.en,
    });
  }
}

/** Ends with the reason why the date cannot be booked now. */
export function expectOpenDay(context: ServiceContext, day: ServiceDay): void {
  if (day.cancelled) context.fail('day-cancelled', { reason: day.reason });
  if (context.now < day.releasesAt) {
    const words = wordsOf(context, day.releasesAt);
    context.fail('day-not-open', {
      opensAt: textOf(context, day.releasesAt),
      opensAtText: words.zh,
      opensAtTextEn: words.en,
    });
  }
  if (context.now >= day.closesAt) context.fail('day-closed');
}

/** Known departments and slots, not too many, none of them at the same time. */
export function expectPossibleSegments(
  context: ServiceContext,
  segments: readonly { readonly department: string; readonly start: string }[],
): void {
  const maximum = context.config.booking.maxDepartmentsPerVisit;
  if (segments.length > maximum) context.fail('too-many-departments', { maximum });
  const times = new Set(slotTimes(context.config).map(({ start }) => start));
  for (const { department, start } of segments) {
    departmentFor(context, department);
    if (!times.has(start)) context.fail('slot-closed', { department, start, alternatives: [] });
  }
  if (new Set(segments.map(({ start }) => start)).size < segments.length) context.fail('times-overlap');
}

/** `others`: the enterprise's active bookings that stay as they are. */
export function expectTimesFree(
  context: ServiceContext,
  date: string,
  segments: readonly { readonly start: string }[],
  others: readonly Booking[],
): void {
  const taken = new Set(others.filter((other) => other.date === date).map(({ start }) => start));
  if (segments.some(({ start }) => taken.has(start))) context.fail('time-taken');
}

/** Bookings a day and in all; held slots count. */
export function expectQuotaLeft(
  context: ServiceContext,
  date: string,
  wanted: number,
  others: readonly Booking[],
): void {
  const { activePerEnterprisePerDay: perDay, activePerEnterprise: inAll } = context.config.quotas;
  if (others.filter((other) => other.date === date).length + wanted > perDay)
    context.fail('quota-reached', { maximum: perDay, quota: 'activePerEnterprisePerDay' });
  if (others.length + wanted > inAll) context.fail('quota-reached', { maximum: inAll, quota: 'activePerEnterprise' });
}

/** A unique key per topic, or `already-booked` when the enterprise has that matter on that date as often as it may. */
export function topicKeysFor(
  context: ServiceContext,
  date: string,
  topics: readonly TopicOf[],
  others: readonly Booking[],
): string[] {
  const { uscc } = askingEnterprise(context);
  const taken = new Set(others.map(({ activeTopicKey }) => activeTopicKey).filter((key) => key !== null));
  return topics.map((topic) => {
    const places = context.config.quotas.activePerTopicPerDay;
    const key = freeTopicKey(uscc, date, topic, taken, places) ?? context.fail('already-booked');
    taken.add(key);
    return key;
  });
}

/** The notice that was agreed to must be the one in force (PIPL Art. 14, 17). */
export function expectCurrentConsent(context: ServiceContext, version: string): void {
  const inForce = context.config.consent.version;
  if (version !== inForce) context.fail('consent-outdated', { version: inForce });
}

/** One wrong entry of a form that only the zone's settings can judge. */
export function refuseEntry(pointer: string, rule: string, message: string): never {
  throw new ZsError('invalid', 'invalid-input', standardErrors['invalid-input'].message['zh-CN'], {
    fields: [{ pointer, rule, message }],
  });
}
