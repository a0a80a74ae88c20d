export type CalendarErrorCode =
  | 'invalid-date'
  | 'invalid-time'
  | 'invalid-offset'
  | 'invalid-instant'
  | 'invalid-count'
  | 'invalid-window'
  | 'invalid-holiday-year'
  | 'invalid-rule'
  | 'cadence-start-required';

/**
 * A caller handed the calendar something it cannot count with. Inputs of people are checked by the contract's schema before
 * they arrive here, so this names a mistake in code, a preset or a calendar file: what is wrong, where, and what to write.
 */
export class CalendarError extends RangeError {
  override readonly name = 'CalendarError';
  readonly code: CalendarErrorCode;

  constructor(code: CalendarErrorCode, message: string, options?: { cause?: unknown }) {
    super(message);
    this.code = code;
    // `super(message, { cause })` is ignored by engines older than Chromium 93
    if (options !== undefined) Object.defineProperty(this, 'cause', { value: options.cause, configurable: true });
  }
}
