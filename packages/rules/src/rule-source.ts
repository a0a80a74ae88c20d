import type { RuleFunctions } from './rule-value.ts';

export interface CompileOptions {
  /** Names with signs, numbers or keywords in them (`Loan-to-value`, `Case 1`); others need no declaration. */
  readonly names?: readonly string[] | undefined;
  /** Functions besides (or instead of) the built-in ones: `calendar` of `@zhaoshang/rules/calendar.ts`, or the host's own. */
  readonly functions?: RuleFunctions | undefined;
}

/** What is being compiled, and how. */
export interface RuleSource extends CompileOptions {
  readonly source: string;
}
