/** Free trials (RES-10): calendar months, clamped to the end of a shorter month. */

/** The same day `months` later, or the last day of that month: 2025-11-30 and 3 months give 2026-02-28. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index % 12];
  const lastDay = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(toYear).padStart(4, '0')}-${two(toMonth + 1)}-${two(Math.min(day, lastDay))}`;
}

export const trialPeriod = (from: string, freeMonths: number): { readonly from: string; readonly to: string } => ({
  from,
  to: addMonths(from, freeMonths),
});
