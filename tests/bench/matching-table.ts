/** `matching`, the figures that were asked for, one line each, out of what the parts measured. */
import type { AssignmentRow } from './matching-assignment.ts';
import type { RaceResult } from './matching-race.ts';
import { type Figure, type Series, fourDigits } from './support/figures.ts';

export interface TableRow {
  readonly figure: string;
  readonly toReach: string;
  readonly measured: string;
  readonly runs: number;
  readonly reached: boolean;
}

interface Limited {
  readonly ours: Series;
  readonly limitMs: number;
  readonly reachedLimit: boolean;
}

/** What the parts answer, as far as the table reads it. A part that was not run has no line. */
export interface MatchingResults {
  readonly ranking?: { readonly filterAndScore: Figure & Limited };
  readonly text?: {
    readonly query: Figure & Limited & { readonly timesFaster: Series };
    readonly build: Limited;
  };
  readonly assignment?: { readonly dense: readonly AssignmentRow[]; readonly sparse: readonly AssignmentRow[] };
  readonly size?: { readonly firstFileWithoutRules: number; readonly limit: number; readonly reached: boolean };
  readonly page?: {
    readonly p95: Series;
    readonly longTasksPerRound: Series;
    readonly reached: boolean;
  };
  readonly race?: RaceResult;
}

export function matchingTable({ ranking, text, assignment, size, page, race }: MatchingResults): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (const row of [...(assignment?.dense ?? []), ...(assignment?.sparse ?? [])]) {
    if (row.target === undefined) continue;
    const { atMost = Number.NaN } = row.target as { readonly atMost?: number };
    rows.push({
      figure: row.name,
      toReach: `≤ ${atMost}× ${row.peerName}; optimum equal; dual gap 0`,
      measured: `${row.ratio.median}×; ${row.ours.median} ms; optimum ${row.sameOptimum ? 'equal' : 'NOT EQUAL'}; gap ${row.gap}`,
      runs: row.ours.runs.length,
      reached: row.reached === true && row.sameOptimum && row.gap === 0,
    });
  }
  if (text !== undefined) {
    const { query, build } = text;
    rows.push(
      {
        figure: 'text query over 100,000 resources',
        toReach: `≤ ${query.limitMs} ms of CPU; ≥ 40× MiniSearch with the same tokens`,
        measured: `${query.ours.median} ms; ${fourDigits(query.timesFaster.median)}×`,
        runs: query.ours.runs.length,
        reached: query.reachedLimit && query.timesFaster.median >= 40,
      },
      {
        figure: 'index build, 100,000 resources',
        toReach: `≤ ${build.limitMs} ms of CPU`,
        measured: `${build.ours.median} ms`,
        runs: build.ours.runs.length,
        reached: build.reachedLimit,
      },
    );
  }
  if (ranking !== undefined) {
    const { ours, ratio, limitMs, reachedLimit, reached } = ranking.filterAndScore;
    rows.push({
      figure: 'filter and score 100,000 resources, top 10',
      toReach: `≤ ${limitMs} ms of CPU; ≤ 3× a bare typed-array scan`,
      measured: `${ours.median} ms; ${ratio.median}×`,
      runs: ours.runs.length,
      reached: reached && reachedLimit,
    });
  }
  if (page !== undefined)
    rows.push({
      figure: 'keystroke to updated list, 100,000 resources in a page',
      toReach: '≤ 1 long task of 50 ms; p95 ≤ 100 ms',
      measured: `${page.longTasksPerRound.median} long tasks; p95 ${page.p95.median} ms`,
      runs: page.p95.runs.length,
      reached: page.reached,
    });
  if (race !== undefined) {
    const { rounds, tabs, http } = race;
    const told = (exact: boolean): string => (exact ? 'exactly the capacity' : 'NOT the capacity');
    const row = { toReach: 'exactly the capacity', runs: rounds };
    rows.push({
      ...row,
      figure: `two tabs, ${tabs.offers} offers for ${tabs.units} units`,
      measured: told(tabs.exact),
      reached: tabs.exact,
    });
    rows.push({
      ...row,
      figure:
        typeof http === 'string' ? 'clients over HTTP' : `${http.offers} clients over HTTP for ${http.units} units`,
      measured: typeof http === 'string' ? http : told(http.exact),
      reached: typeof http !== 'string' && http.exact,
    });
  }
  if (size !== undefined)
    rows.push({
      figure: 'engine without the solver, first file, gzip',
      toReach: `≤ ${size.limit} bytes`,
      measured: `${size.firstFileWithoutRules} bytes`,
      runs: 1,
      reached: size.reached,
    });
  return rows;
}
