/** What every use case of matching starts from: typed context, the asking enterprise, today, readable values. */
import { hasRole, instantText, type UseCaseContext, type UseCases } from '@zhaoshang/kernel';
import { addDays, createWorkCalendar, dueDate, localTimeOf, type WorkCalendar } from '@zhaoshang/workdays';
import type { NeedsMatchingContract } from '../contract.ts';
import type { CategoryConfig } from '../model/config-catalogue.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';

export type MatchingContext = UseCaseContext<NeedsMatchingContract, NeedsMatchingConfig>;
type All = UseCases<NeedsMatchingContract, NeedsMatchingConfig>;
/** The use case of one operation: `const submitNeed: MatchingUseCase<'submitNeed'> = { … }`. */
export type MatchingUseCase<Name extends keyof All> = All[Name];
export type MatchingInput<Name extends keyof All> = Parameters<All[Name]['execute']>[0];
export type MatchingResult<Name extends keyof All> = Awaited<ReturnType<All[Name]['execute']>>;

/** Orders last in every index of dates. */
export const never = '~';

export interface AskingEnterprise {
  readonly uscc: string;
  readonly name: string;
}

/** Whom the session acts for; never taken from the input. Ends with `forbidden` for an account without an enterprise. */
export function askingEnterprise(context: MatchingContext): AskingEnterprise {
  return context.session?.enterprise ?? context.fail('forbidden');
}

/** Today's date in the zone. */
export const today = ({ now, config }: MatchingContext): string => localTimeOf(now, config.utcOffset).date;

/** The instant of the operation, as stored. */
export const nowText = ({ now, config }: MatchingContext): string => instantText(now, config.utcOffset);

/** An instant so many days from now, as stored. */
export const inDays = ({ now, config }: MatchingContext, days: number): string =>
  instantText(now + days * 86_400_000, config.utcOffset);

export const dayInDays = (context: MatchingContext, days: number): string => addDays(today(context), days);

let calendar: WorkCalendar | undefined;

/** The last day of so many working days from today; provisional (暂定) where the year's holidays are not published. */
export function workingDaysFrom(
  { now, config }: MatchingContext,
  workdays: number,
): { readonly date: string; readonly provisional: boolean } {
  calendar ??= createWorkCalendar();
  const due = dueDate(calendar, { from: now, workdays, offset: config.utcOffset });
  return { date: due.date, provisional: due.provisional };
}

export const categoryOf = ({ categories }: NeedsMatchingConfig, code: string): CategoryConfig | undefined =>
  categories.find((category) => category.code === code);

/** The category, or `no-such-category`. */
export const categoryFor = (context: MatchingContext, code: string): CategoryConfig =>
  categoryOf(context.config, code) ?? context.fail('no-such-category');

/** Departments: whoever stewards something, the centre included. */
export const isDepartment = ({ providers, hub }: NeedsMatchingConfig, code: string): boolean =>
  code === hub || providers.some((provider) => provider.code === code && provider.steward === code);

export const stewardOf = ({ providers }: NeedsMatchingConfig, provider: string): string | undefined =>
  providers.find(({ code }) => code === provider)?.steward;

/** Who keeps the resources of a department: its own staff and the centre. */
export const keeps = ({ session }: MatchingContext, department: string): boolean =>
  hasRole(session, ['centre']) || (hasRole(session, ['department']) && session?.department === department);

/** Who may look at everything without working on it. */
export const supervises = ({ session }: MatchingContext): boolean =>
  hasRole(session, ['centre', 'leader', 'hr', 'auditor', 'specialist']);
