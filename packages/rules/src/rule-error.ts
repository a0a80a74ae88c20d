import type { RuleErrorCode } from './codes.ts';

/** Where in the source, counted in UTF-16 units from 0. */
export interface SourcePlace {
  readonly source: string;
  readonly position: number;
}

/**
 * A rule that cannot be used as it is written. Thrown while a rule is compiled, never while it is evaluated. What to mend, in Chinese
 * and in English, is told by `errorText` of `@zhaoshang/rules/messages.ts`, which only pages for authors load.
 */
export class RuleSyntaxError extends Error implements SourcePlace {
  override readonly name = 'RuleSyntaxError';
  readonly code: RuleErrorCode;
  /** The expression or cell that is wrong. */
  readonly source: string;
  /** Where in `source`. */
  readonly position: number;
  /** What was found there. */
  readonly found: string;
  /** Where `source` stands in a condition or table, as a JSON pointer: `/rules/2/inputEntries/0`. */
  readonly path: string;

  constructor(code: RuleErrorCode, { source, position }: SourcePlace, found = '', path = '') {
    super(`${code} ${path}:${position + 1} ${found.slice(0, 80)}`);
    this.code = code;
    this.source = source;
    this.position = position;
    this.found = found;
    this.path = path;
  }
}

/** Runs `compile` and adds to its errors where in the whole rule it was at work. */
export function within<Result>(path: string, compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof RuleSyntaxError)) throw error;
    throw new RuleSyntaxError(error.code, error, error.found, path + error.path);
  }
}
