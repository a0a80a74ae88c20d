/** The published years that ship with the kit: facts of the npm package chinese-days, year by year (decision record 0007). */
import year2020 from 'chinese-days/dist/years/2020.json' with { type: 'json' };
import year2021 from 'chinese-days/dist/years/2021.json' with { type: 'json' };
import year2022 from 'chinese-days/dist/years/2022.json' with { type: 'json' };
import year2023 from 'chinese-days/dist/years/2023.json' with { type: 'json' };
import year2024 from 'chinese-days/dist/years/2024.json' with { type: 'json' };
import year2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' };
import year2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' };
import type { HolidayYear, HolidayYearDay } from './holiday-year.ts';

/** As chinese-days writes it: date → "English name,Chinese name,statutory days". */
interface ChineseDaysYear {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
  readonly inLieuDays: Readonly<Record<string, string>>;
}

/** The names of the regulation (全国年节及纪念日放假办法) where the package writes the short ones. */
const officialNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

function holidayYearOf(year: number, facts: ChineseDaysYear): HolidayYear {
  const day = (date: string, fact: string, isOffDay: boolean): HolidayYearDay => {
    const name = fact.split(',')[1] ?? fact;
    return { name: officialNames[name] ?? name, date, isOffDay, isInLieu: isOffDay && date in facts.inLieuDays };
  };
  return {
    year,
    days: [
      ...Object.entries(facts.holidays).map(([date, fact]) => day(date, fact, true)),
      ...Object.entries(facts.workdays).map(([date, fact]) => day(date, fact, false)),
    ],
  };
}

export const publishedYears: readonly HolidayYear[] = [
  holidayYearOf(2020, year2020),
  holidayYearOf(2021, year2021),
  holidayYearOf(2022, year2022),
  holidayYearOf(2023, year2023),
  holidayYearOf(2024, year2024),
  holidayYearOf(2025, year2025),
  holidayYearOf(2026, year2026),
];
