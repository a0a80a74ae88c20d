/**
 * One year of the State Council's notice on days off (国务院办公厅关于部分节假日安排的通知), in the shape of the open data set
 * NateScarlet/holiday-cn, so that an operator can load next year's notice in November without a release of the kit.
 */
import { CalendarError } from './calendar-error.ts';
import { epochDayOf } from './iso-date.ts';

export interface HolidayYearDay {
  /** Name of the festival in Chinese, e.g. 国庆节. */
  readonly name: string;
  /** `YYYY-MM-DD`; a notice may also name days of the neighbouring years. */
  readonly date: string;
  /** True: no work. False: a weekend day that is worked (调休上班). */
  readonly isOffDay: boolean;
  /** True for a weekday that is off only because a weekend day is worked for it (调休放假). holiday-cn does not say. */
  readonly isInLieu?: boolean;
}

export interface HolidayYear {
  readonly year: number;
  readonly days: readonly HolidayYearDay[];
}

/** Checks JSON in holiday-cn's shape and returns what the calendar needs of it. Throws `invalid-holiday-year`. */
export function parseHolidayYear(json: unknown): HolidayYear {
  const problem = (what: string, cause?: unknown): never => {
    throw new CalendarError('invalid-holiday-year', `节假日数据不能用：${what}`, { cause });
  };
  if (json === null || typeof json !== 'object') return problem('应为 {"year": 2027, "days": [...]}。');
  const { year, days } = json as { year?: unknown; days?: unknown };
  if (typeof year !== 'number' || !Number.isInteger(year)) return problem('year 应为整数年份。');
  if (!Array.isArray(days)) return problem(`${year} 年的 days 应为数组。`);
  const seen = new Set<string>();
  const parsed = days.map((day: unknown, index): HolidayYearDay => {
    const where = `${year} 年第 ${index + 1} 条`;
    if (day === null || typeof day !== 'object') return problem(`${where}应为 {"name", "date", "isOffDay"}。`);
    const { name, date, isOffDay, isInLieu } = day as Record<string, unknown>;
    if (typeof name !== 'string' || name === '') return problem(`${where}缺少节日名称 name。`);
    if (typeof date !== 'string') return problem(`${where}缺少日期 date。`);
    if (typeof isOffDay !== 'boolean') return problem(`${where}（${date}）的 isOffDay 应为 true 或 false。`);
    if (isInLieu !== undefined && typeof isInLieu !== 'boolean')
      return problem(`${where}（${date}）的 isInLieu 应为 true 或 false。`);
    try {
      epochDayOf(date);
    } catch (error) {
      return problem(`${where}的日期“${date}”不存在。`, error);
    }
    if (Math.abs(Number(date.slice(0, 4)) - year) > 1) return problem(`${where}的日期 ${date} 不属于这一年的安排。`);
    if (seen.has(date)) return problem(`${year} 年的 ${date} 出现了两次。`);
    seen.add(date);
    return { name, date, isOffDay, ...(isInLieu === undefined ? {} : { isInLieu }) };
  });
  // an empty list would make a year look published while every festival of it is worked
  if (!parsed.some((day) => day.isOffDay && day.date.startsWith(String(year))))
    return problem(`${year} 年没有一天放假，安排公布后再导入。`);
  return { year, days: parsed };
}
