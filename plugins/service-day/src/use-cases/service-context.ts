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

/** A text in both languages of the kit, for what is stored now and read later. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The caller's language of them. */
export const inLocale = ({ locale }: ServiceContext, { zh, en }: Words): string => (locale === 'en' ? en : zh);

/** An instant in words, in both languages of the kit: `11月24日（星期二）17:00`. */
export function wordsOf(context: ServiceContext, instant: number): Words {
  const at = localTimeOf(instant, context.config.utcOffset);
  const options = { today: today(context) };
  return { zh: formatDateTime(at, options), en: formatDateTime(at, { ...options, locale: 'en' }) };
}

/** A date in words, in both languages. */
export function dateWordsOf(context: ServiceContext, date: string): Words {
  const options = { today: today(context) };
  return { zh: formatDate(date, options), en: formatDate(date, { ...options, locale: 'en' }) };
}

/** A slot in words: `11月25日（星期三）9:00`. */
export function slotWordsOf(context: ServiceContext, at: { readonly date: string; readonly start: string }): Words {
  const options = { today: today(context) };
  const slot = { date: at.date, time: at.start };
  return { zh: formatDateTime(slot, options), en: formatDateTime(slot, { ...options, locale: 'en' }) };
}

/** A department by its short name; its code where the plan no longer knows it. */
export function departmentWordsOf({ config }: ServiceContext, code: string): Words {
  const department = departmentOf(config, code);
  return { zh: department?.shortName ?? code, en: department?.nameEn ?? code };
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
