/** Bookings over HTTP against pgbench, round by round in turns, on one PostgreSQL. */
import { figure, series, type Figure } from './figures.ts';
import { runChild, startChild, type Child } from './child.ts';
import type { BookingServerOptions, ServerUsage } from './booking-server.ts';
import type { LoadOptions, LoadResult } from './http-load.ts';
import { barestStatement, peerZone, pgbench, statementLikeTheNewest } from './pgbench.ts';
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts';
import preset from '../../../plugins/service-day/src/presets/chongming.json' with { type: 'json' };

export type Place = LoadOptions['places'][number];

export const zone = 'bench';
/** Monday morning; two Wednesdays are open for booking. */
export const now = '2026-11-23T09:20:00+08:00';
export const openDates = ['2026-11-25', '2026-12-02'] as const;
const unlimited = 1_000_000_000;

export const idOf = ({ date, department, start }: Place): string => `${date}|${department}|${start}`;
export const consentVersion = preset.consent.version;

/** Every slot that all departments share on both dates. */
export function manyPlaces(): Place[] {
  const starts = ['09:00', '09:30', '10:00', '10:30', '11:00'];
  const afternoon = ['13:30', '14:00', '14:30', '15:00', '15:30', '16:00'];
  return openDates.flatMap((date) =>
    preset.departments.flatMap(({ code, halfDay }) =>
      [...starts, ...(halfDay === 'morning' ? [] : afternoon)].map((start) => ({ date, department: code, start })),
    ),
  );
}

export interface ThroughputOptions {
  readonly name: string;
  readonly places: readonly Place[];
  readonly commitDelayMicroseconds: number;
  readonly target: Figure['target'];
  readonly rounds: number;
  readonly seconds: number;
  readonly clients: number;
}

export async function measureThroughput(options: ThroughputOptions): Promise<object> {
  const cluster = await startPostgres();
  try {
    return await measure(cluster, options);
  } finally {
    await cluster.stop();
  }
}

async function measure(cluster: PostgresCluster, options: ThroughputOptions): Promise<object> {
  const { places, rounds, seconds, clients } = options;
  const server = await startBookingServer(cluster, unlimited);
  try {
    const before = await seatsAndBookings(cluster);
    let seed = 0;
    let expected = 0;
    const book = async (warmUpSeconds: number, limits: Partial<LoadOptions> = {}): Promise<LoadResult> => {
      const load = {
        port: server.started.port,
        clients,
        seconds,
        warmUpSeconds,
        places,
        consentVersion,
        seed: ++seed,
        ...limits,
      };
      const result = await runChild<LoadResult>('./http-load.ts', load satisfies LoadOptions);
      expected += result.bookedInAll;
      const others = Object.keys(result.answers).filter((answer) => answer !== '200');
      if (others.length > 0) throw new Error(`Not every booking succeeded: ${JSON.stringify(result)}`);
      return result;
    };
    // A first booking makes the counter of a slot, the second one is what a booking in the middle of the rush writes.
    await book(0, { clients: 1, requests: places.length });
    await book(0, { clients: 1, requests: 1 });
    const script = await statementLikeTheNewest(cluster, zone, places.map(idOf));
    await cluster.query(
      `INSERT INTO zs_sd_slot (zone, id, version, body) SELECT $1, id, version, body FROM zs_sd_slot WHERE zone = $2 AND id = ANY($3)`,
      [peerZone, zone, places.map(idOf)],
    );
    const barest = await barestStatement(cluster, places.map(idOf));
    await cluster.delayCommits(options.commitDelayMicroseconds);
    await book(2);
    await pgbench(cluster, script, { clients, seconds: 3 });

    const databaseCpu = { ours: [] as number[], peer: [] as number[] };
    const cpuPer = (from: number | undefined, bookings: number): number =>
      (((cluster.cpuMs() ?? Number.NaN) - (from ?? Number.NaN)) * 1000) / bookings;
    const ours: LoadResult[] = [];
    const usage: ServerUsage[] = [];
    const peer: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await cluster.query('CHECKPOINT');
      const peerFrom = cluster.cpuMs();
      const { perSecond } = await pgbench(cluster, script, { clients, seconds });
      peer.push(perSecond);
      databaseCpu.peer.push(cpuPer(peerFrom, perSecond * seconds));
      bare.push((await pgbench(cluster, barest, { clients, seconds: Math.max(1, Math.floor(seconds / 2)) })).perSecond);
      await server.ask<ServerUsage>('usage');
      const oursFrom = cluster.cpuMs();
      const run = await book(0.5);
      ours.push(run);
      databaseCpu.ours.push(cpuPer(oursFrom, run.bookedInAll));
      usage.push(await server.ask<ServerUsage>('usage'));
    }
    const after = await seatsAndBookings(cluster);
    const held = {
      bookings: after.bookings - before.bookings,
      seatsTaken: after.seatsTaken - before.seatsTaken,
    };
    const result = figure({
      name: options.name,
      unit: 'bookings/s',
      ours: ours.map((run) => run.booked / run.seconds),
      peer,
      peerName: 'pgbench, the same rows in one statement per booking',
      target: options.target,
    });
    return {
      ...result,
      rounds,
      secondsPerRound: seconds,
      clients,
      places: places.length,
      commitDelayMicroseconds: options.commitDelayMicroseconds,
      postgres: cluster.version,
      barePeer: {
        name: 'pgbench, counter + booking + outbox only',
        perSecond: series(bare),
        ratio: series(ours.map((run, index) => run.booked / run.seconds / (bare[index] as number))),
      },
      latencyMs: { p50: series(ours.map((run) => run.p50)), p99: series(ours.map((run) => run.p99)) },
      cpuMicrosecondsPerBooking: {
        server: series(usage.map(({ cpuMs, commands }) => (cpuMs * 1000) / commands)),
        database: series(databaseCpu.ours),
        databaseUnderPgbench: series(databaseCpu.peer),
      },
      bookingsPerCommit: series(usage.map(({ commands, commits }) => commands / commits)),
      check: {
        acknowledged: expected,
        ...held,
        consistent: held.bookings === expected && held.seatsTaken === expected,
      },
    };
  } finally {
    await server.stop();
  }
}

export function startBookingServer(cluster: PostgresCluster, capacity: number): Promise<Child<{ port: number }>> {
  const options: BookingServerOptions = { databaseUrl: cluster.databaseUrl, zone, capacity, now };
  return startChild<{ port: number }>('./booking-server.ts', options);
}

/** Appointments and seats in the database, the demo's own records included: take the difference of two answers. */
export async function seatsAndBookings(cluster: PostgresCluster): Promise<{ bookings: number; seatsTaken: number }> {
  const [row] = await cluster.query<{ bookings: string; seats: string }>(
    `SELECT (SELECT count(*) FROM zs_sd_booking WHERE zone = $1) AS bookings,
      (SELECT coalesce(sum(taken), 0) FROM zs_sd_slot WHERE zone = $1) AS seats`,
    [zone],
  );
  return { bookings: Number(row?.bookings), seatsTaken: Number(row?.seats) };
}
