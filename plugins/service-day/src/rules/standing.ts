/** How reliably an enterprise came and what follows: a warning first, then a limit; walk-ins are never limited (COMM-2). */
import { addDays } from '@zhaoshang/workdays';
import type { ServiceDayConfig } from '../model/config.ts';
import type { Standing } from '../model/records.ts';

const cancelWindowDays = 30;

/** The record of an enterprise about which nothing is known. */
export const emptyStanding = (uscc: string): Omit<Standing, 'version'> => ({
  id: uscc,
  missed: [],
  cancelledOn: [],
  limitedUntil: null,
  appeals: [],
  appealDueOn: '~',
});

/** Missed appointments within the window that were not excused. */
export function countedMisses(config: ServiceDayConfig, standing: Standing | undefined, today: string): number {
  const from = addDays(today, -config.noShow.windowDays);
  return (standing?.missed ?? []).filter(({ date, excused }) => !excused && date > from && date <= today).length;
}

/** The standing after one more no-show: at the limit, online booking rests for some days. */
export function withMiss(
  config: ServiceDayConfig,
  standing: Omit<Standing, 'version'>,
  missed: { readonly bookingId: string; readonly date: string },
  today: string,
): { readonly missed: Standing['missed']; readonly limitedUntil: string | null; readonly count: number } {
  const all = [...standing.missed, { ...missed, excused: false }];
  const count = countedMisses(config, { ...standing, missed: all, version: 0 }, today);
  const limitedUntil = count >= config.noShow.limit ? addDays(today, config.noShow.limitDays) : standing.limitedUntil;
  return { missed: all, limitedUntil, count };
}

/** Last day of the limit that is in force, or null. */
export function limitInForce(standing: Standing | undefined, today: string): string | null {
  const until = standing?.limitedUntil ?? null;
  return until !== null && until >= today ? until : null;
}

/** Cancellations within thirty days, this day included. */
export function recentCancels(standing: Standing | undefined, today: string): string[] {
  const from = addDays(today, -cancelWindowDays);
  return (standing?.cancelledOn ?? []).filter((date) => date > from).sort();
}

/** First day on which another booking is possible after too many cancellations, or null when it is possible today. */
export function cancelPause(config: ServiceDayConfig, standing: Standing | undefined, today: string): string | null {
  const recent = recentCancels(standing, today);
  const over = recent.length - config.quotas.cancelsPerThirtyDays;
  if (over < 0) return null;
  return addDays(recent[over] as string, cancelWindowDays);
}

/**
 * The limit as it would be had only these misses happened: replayed in order, so that an excused miss, or one that turned into
 * a late check-in, takes back what it caused and nothing else.
 */
export function limitAfter(config: ServiceDayConfig, missed: Standing['missed']): string | null {
  const counted = missed.filter(({ excused }) => !excused).map(({ date }) => date);
  let limitedUntil: string | null = null;
  for (const date of [...counted].sort()) {
    const from = addDays(date, -config.noShow.windowDays);
    const count = counted.filter((other) => other > from && other <= date).length;
    if (count >= config.noShow.limit) limitedUntil = addDays(date, config.noShow.limitDays);
  }
  return limitedUntil;
}
