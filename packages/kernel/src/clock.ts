/** Time as a port, so that tests and the demo can set it. Everything is milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that runs on from wherever it is set. */
export interface MovableClock extends Clock {
  /** Jumps to an instant (milliseconds) and runs on from there. */
  moveTo(instant: number): void;
  /** Back to real time. */
  reset(): void;
  /** Milliseconds by which this clock is ahead of real time. */
  readonly offset: number;
}

export function createMovableClock(base: Clock = systemClock): MovableClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    moveTo: (instant) => {
      offset = instant - base.now();
    },
    reset: () => {
      offset = 0;
    },
    get offset() {
      return offset;
    },
  };
}

/** The last answer: everything one command writes, and every command of its batch, carries the same instant. */
let last = { instant: NaN, offset: '', text: '' };

/** An instant as ISO 8601 with the zone's offset, the form every stored time stamp has (e.g. `2026-11-25T09:00:00+08:00`). */
export function instantText(instant: number, offset = '+08:00'): string {
  if (last.instant === instant && last.offset === offset) return last.text;
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  const wall = new Date(instant + minutes * 60_000).toISOString();
  const text = `${wall.slice(0, wall.endsWith('.000Z') ? 19 : 23)}${offset}`;
  last = { instant, offset, text };
  return text;
}
