/** What every use case of the service day starts from: typed context, the asking enterprise, today, readable times. */
import { instantText, type UseCaseContext, type UseCases } from '@zhaoshang/kernel';
import { formatDate, formatDateTime } from '@zhaoshang/workdays/format.ts';
import { localTimeOf } from '@zhaoshang/workdays';
import type { ServiceDayContract } from '../contract.ts';
import type { DepartmentConfig, ServiceDayConfig } from '../model/config.ts';
import { departmentOf, todayOf } from '../rules/timetable.ts';

export type ServiceContext = UseCaseContext<ServiceDayContract, ServiceDayConfig>;
type All = UseCases<ServiceDayContract, ServiceDayConfig>;
/** The use case of one operation: `const cancel: ServiceUseCase<'cancel'> = { … }`. */
export type ServiceUseCase<Name extends keyof All> = All[Name];
export type ServiceInput<Name extends keyof All> = Parameters<All[Name]['execute']>[0];
export type ServiceResult<Name extends keyof All> = Awaited<ReturnType<All[Name]['execute']>>;

export interface AskingEnterprise {
  readonly uscc: string;
  readonly name: string;
}

/** Whom the session acts for; never taken from the input. Ends with `forbidden` for an account without an enterprise. */
export function askingEnterprise(context: ServiceContext): AskingEnterprise {
  return context.session?.enterprise ?? context.fail('forbidden');
}

/** Today's date in the zone. */
export const today = (context: ServiceContext): string => todayOf(context.config, context.now);

/** The instant of the command, as stored. */
export const nowText = (context: ServiceContext): string => instantText(context.now, context.config.utcOffset);

/** Any instant, as stored. */
export const textOf = (context: ServiceContext, instant: number): string =>
  instantText(instant, context.config.utcOffset);

/** An instant in words, in both languages of the kit: `11月24日（星期二）17:00`. */
export function wordsOf(context: ServiceContext, instant: number): { readonly zh: string; readonly en: string } {
  const at = localTimeOf(instant, context.config.utcOffset);
  const options = { today: today(context) };
  return { zh: formatDateTime(at, options), en: formatDateTime(at, { ...options, locale: 'en' }) };
}

/** A date in words, in both languages. */
export function dateWordsOf(context: ServiceContext, date: string): { readonly zh: string; readonly en: string } {
  const options = { today: today(context) };
  return { zh: formatDate(date, options), en: formatDate(date, { ...options, locale: 'en' }) };
}

/** The department, or `no-such-department`. */
export function departmentFor(context: ServiceContext, code: string): DepartmentConfig {
  return departmentOf(context.config, code) ?? context.fail('no-such-department');
}

/** Checks the matter against the department's list; a free topic needs words. Returns the topic to keep. */
export function topicFor(
  context: ServiceContext,
  department: DepartmentConfig,
  matterId: string | null,
  topic: string,
): string {
  if (matterId === null) return topic.trim() === '' ? context.fail('no-such-matter') : topic;
  const matter = department.matters.find(({ id }) => id === matterId) ?? context.fail('no-such-matter');
  return topic.trim() === '' ? matter.name : topic;
}
