/** Calendar dates as day numbers since 1970-01-01, so that windows compare as integers. Half the range, so that differences fit as well. */
export const noDay = -0x4000_0000;
export const lastDay = 0x3fff_ffff;
const millisecondsPerDay = 86_400_000;
const shape = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/;

/** Day number of `YYYY-MM-DD` (a time behind it is ignored); `noDay` for anything else, 2026-02-30 included. */
export function dayOf(value: unknown): number {
  const parts = typeof value === 'string' ? shape.exec(value) : null;
  if (parts === null) return noDay;
  const month = Number(parts[2]) - 1;
  const moment = new Date(Date.UTC(Number(parts[1]), month, Number(parts[3])));
  return moment.getUTCMonth() === month ? moment.getTime() / millisecondsPerDay : noDay;
}

export function dateOf(day: number): string | null {
  return day === noDay ? null : new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
