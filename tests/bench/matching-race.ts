/** `matching`, the last units: two tabs over IndexedDB, and 64 HTTP clients on two servers over one PostgreSQL; the counts are exact or not. */
import { ApiClient } from '../support/api-client.ts';
import { makeScarce, scarce } from '../support/scarce-offers.ts';
import type { MatchRaceTab } from '../e2e/match-race-page/match-race.ts';
import type { BenchmarkOptions } from './support/benchmark.ts';
import { openStage } from './support/browser.ts';
import { startChild } from './support/child.ts';
import type { MatchingServerOptions } from './support/matching-server.ts';
import { postgresPrograms, startPostgres, type PostgresCluster } from './support/postgres-cluster.ts';

declare const matchRaceTab: MatchRaceTab;

const zone = 'bench';
const now = '2026-11-23T09:20:00+08:00';
const clients = 64;
const needsPerTab = 30;
const tabUnits = 50;

type Counts = Readonly<Record<string, number>>;

export interface RaceOutcomes {
  readonly units: number;
  /** How many wanted one of them at once. */
  readonly offers: number;
  readonly exact: boolean;
  readonly outcomes: readonly { readonly answers: Counts; readonly left: number }[];
}

export interface RaceResult {
  readonly rounds: number;
  readonly tabs: RaceOutcomes;
  /** A sentence where it was not measured. */
  readonly http: RaceOutcomes | string;
}

export async function matchingRace({ rounds = 3 }: BenchmarkOptions): Promise<RaceResult> {
  const tabs = await twoTabs(rounds);
  if (postgresPrograms() === undefined)
    return { rounds, tabs, http: 'not measured: no PostgreSQL with pgbench on this machine' };
  const cluster = await startPostgres();
  try {
    return { rounds, tabs, http: await manyClients(cluster, rounds) };
  } finally {
    await cluster.stop();
  }
}

const counted = (answers: readonly string[]): Counts => {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
};

/** Whether exactly the units were given, nothing is left, and everybody else was told so. */
const exactly = (units: number, all: number, { answers, left }: { answers: Counts; left: number }): boolean =>
  answers.held === units && left === 0 && (answers['capacity-short'] ?? 0) === all - units;

async function twoTabs(rounds: number): Promise<RaceOutcomes> {
  const stage = await openStage({
    withDist: false,
    entries: { 'match-race': 'tests/e2e/match-race-page/match-race.ts' },
  });
  try {
    const outcomes = [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await stage.browser.newContext();
      const tabs = await Promise.all([context.newPage(), context.newPage()]);
      for (const tab of tabs) {
        await tab.goto(`${stage.origin}/offers.html`);
        await tab.waitForFunction(() => typeof matchRaceTab === 'object');
        const options = { zone, guarded: true, units: tabUnits, offset: Date.parse(now) - Date.now() };
        await tab.evaluate((given) => matchRaceTab.prepare(given), options);
      }
      const { resourceId, needs } = await tabs[0]!.evaluate((many) => matchRaceTab.makeScarce(many), 2 * needsPerTab);
      const from = Date.now() + 300;
      const answers = await Promise.all(
        tabs.map((tab, index) =>
          tab.evaluate((given) => matchRaceTab.offer(given), {
            resourceId,
            needs: needs.slice(index * needsPerTab, (index + 1) * needsPerTab),
            from,
            atOnce: 5,
          }),
        ),
      );
      const left = await tabs[0]!.evaluate((id) => matchRaceTab.left(id), resourceId);
      outcomes.push({ answers: counted(answers.flat()), perTab: answers.map(counted), left });
      await context.close();
    }
    const exact = outcomes.every((one) => exactly(tabUnits, 2 * needsPerTab, one));
    return { units: tabUnits, offers: 2 * needsPerTab, exact, outcomes };
  } finally {
    await stage.close();
  }
}

async function manyClients(
  cluster: PostgresCluster,
  rounds: number,
): Promise<RaceOutcomes & { readonly servers: number; readonly postgres: string }> {
  const options: MatchingServerOptions = { databaseUrl: cluster.databaseUrl, zone, now };
  const servers = [
    await startChild<{ port: number }>('./matching-server.ts', options),
    await startChild<{ port: number }>('./matching-server.ts', options),
  ];
  const urls = servers.map(({ started }) => `http://127.0.0.1:${started.port}/`);
  const as = (url: string, role: string, subject: string): ApiClient =>
    new ApiClient(url, { 'x-role': role, 'x-subject': subject }, 'needs-matching');
  try {
    const outcomes = [];
    for (let round = 0; round < rounds; round += 1) {
      const centre = as(urls[0] as string, 'centre', 'bench-centre');
      const { resourceId, needs } = await makeScarce(centre, clients);
      const begun = performance.now();
      const answers = await Promise.all(
        needs.map(async ({ id, version, specialistId }, number) => {
          const client = as(urls[number % urls.length] as string, 'specialist', `specialist:${specialistId}`);
          const input = { needId: id, resourceId, message: '', reason: '' };
          const { status, body } = await client.command('offerMatch', input, { version });
          return status === 200 ? 'held' : String(body.code);
        }),
      );
      const milliseconds = Math.round(performance.now() - begun);
      const left = (await centre.query('resource', { resourceId })).body.available as number;
      const [row] = await cluster.query<{ taken: string; held: string }>(
        `SELECT (SELECT (body->>'taken')::int / 1000 FROM zs_nm_stock WHERE zone = $1 AND id = $2) AS taken,
          (SELECT count(*) FROM zs_nm_match WHERE zone = $1 AND body->>'resourceId' = $2) AS held`,
        [zone, resourceId],
      );
      const stored = { taken: Number(row?.taken), matches: Number(row?.held) };
      outcomes.push({ answers: counted(answers), left, stored, milliseconds });
    }
    const exact = outcomes.every(
      (one) =>
        exactly(scarce.units, clients, one) && one.stored.taken === scarce.units && one.stored.matches === scarce.units,
    );
    return { units: scarce.units, offers: clients, servers: urls.length, postgres: cluster.version, exact, outcomes };
  } finally {
    for (const server of servers) await server.stop();
  }
}
