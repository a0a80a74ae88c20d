/** The service day on a store in memory with a clock that tests move: what a page or a server does, without either. */
import { ZsError, isZsError, type Role, type Session } from '@zhaoshang/kernel';
import { collectionsOf, createRunner, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import { UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import type { Collection, Document, InputOf, Operation, OutputOf } from '@zhaoshang/kernel';
import { serviceDayBackend } from '../src/backend.ts';
import type { ServiceDayContract } from '../src/contract.ts';
import type { ServiceDayConfig } from '../src/model/config.ts';
import { bookings, slots, waitlistEntries } from '../src/model/records.ts';
import { exampleUscc, smallZone } from './small-zone.ts';

type Operations = ServiceDayContract['operations'];

export interface World {
  readonly runner: Runner;
  readonly store: StoreDriver;
  readonly errors: unknown[];
  at(instant: string): void;
  later(minutes: number): void;
  now(): number;
  call<Name extends keyof Operations>(
    session: Session | null,
    operation: Name,
    input: InputOf<Operations[Name]>,
    expectedVersion?: number,
  ): Promise<OutputOf<Operations[Name]>>;
  /** Names of the events that the last call of this caller was told. */
  readonly heard: string[];
  sweep(): Promise<OutputOf<Operations['sweep']>>;
  all<D extends Document>(collection: Collection<D>): Promise<D[]>;
}

export interface WorldOptions {
  readonly config?: Partial<ServiceDayConfig>;
  /** Puts something between the store and the runner. */
  readonly wrap?: (store: StoreDriver) => StoreDriver;
  readonly onInternalError?: (error: unknown) => void;
}

/** Monday morning; 25 November 2026 is the Wednesday of that week. */
export const monday = '2026-11-23T09:20:00+08:00';

export function createWorld({ config, wrap = (store) => store }: WorldOptions = {}): World {
  const plugin: LoadedPlugin = {
    backend: serviceDayBackend,
    config: { ...smallZone, ...config },
    configVersion: 'test@1',
  };
  const store = openMemoryStore({ collections: collectionsOf([plugin]) });
  let now = Date.parse(monday);
  let calls = 0;
  const errors: unknown[] = [];
  const heard: string[] = [];
  const runner = createRunner({
    store: wrap(store),
    plugins: [plugin],
    zone: 'test',
    clock: { now: () => now },
    onInternalError: (error) => errors.push(error),
  });
  return {
    runner,
    store,
    errors,
    heard,
    at: (instant) => {
      now = Date.parse(instant);
    },
    later: (minutes) => {
      now += minutes * 60_000;
    },
    now: () => now,
    call: async (session, operation, input, expectedVersion) => {
      const spec = serviceDayBackend.contract.operations[operation];
      calls += 1;
      const request = {
        plugin: 'service-day',
        operation,
        kind: spec.kind,
        input,
        idempotencyKey: `call-${calls}`,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      };
      const answer = await runner.run(request, { session }).catch((error: unknown) => {
        throw expectDeclaredError(spec, operation, error);
      });
      const declared = spec.kind === 'command' ? (spec.events ?? []) : [];
      for (const { name } of answer.events)
        if (!(declared as readonly string[]).includes(name))
          throw new TypeError(`The contract does not say that "${operation}" may emit "${name}".`);
      heard.splice(0, heard.length, ...answer.events.map(({ name }) => name));
      return answer.output as never;
    },
    sweep: async () => (await runner.runScheduled('service-day', 'sweep')).output as never,
    all: async (collection) => {
      const engine = await store.begin('read');
      const [first] = Object.keys(collection.indexes);
      const rows = await new UnitOfWork(engine).find(collection, { index: first as string, equals: [] });
      await engine.rollback();
      return rows;
    },
  };
}

/** A refusal that the contract does not announce for this operation is a fault of one of the two. */
function expectDeclaredError(spec: Operation, operation: string, error: unknown): unknown {
  if (!isZsError(error) || !(error.code in serviceDayBackend.contract.errors)) return error;
  if (spec.errors?.includes(error.code) === true) return error;
  return new TypeError(`The contract does not say that "${operation}" may end with "${error.code}".`, { cause: error });
}

export function enterprise(number: number): Session {
  const uscc = exampleUscc(number);
  return {
    subject: `enterprise:${number}`,
    displayName: `企业${number}`,
    roles: ['enterprise'],
    zone: 'test',
    enterprise: { uscc, name: `示例企业${number}` },
  };
}

export function staff(role: Role, department = 'alpha'): Session {
  return { subject: `staff:${role}`, displayName: role, roles: [role], zone: 'test', department };
}

export const wednesday = '2026-11-25';
export const nextWednesday = '2026-12-02';

type BookInput = InputOf<Operations['book']>;
type SegmentInput = BookInput['segments'][number];

export function segment(department: string, start: string, topic = `${department}的问题`): SegmentInput {
  return { department, start, matterId: null, topic };
}

/** A complete form; `changes` replaces entries. */
export function form(segments: SegmentInput[], changes: Partial<BookInput> = {}): BookInput {
  return {
    date: wednesday,
    segments,
    contactName: '张三',
    contactPhone: '13812345678',
    question: '',
    attachments: [],
    assistance: [],
    consentVersion: 'c1',
    ...changes,
  };
}

export const inLine = (department: string, start?: string, date = wednesday): InputOf<Operations['joinWaitlist']> => ({
  date,
  department,
  ...(start === undefined ? {} : { start }),
  matterId: null,
  topic: '候补的问题',
  contactName: '李四',
  contactPhone: '13912345678',
  consentVersion: 'c1',
});

/** The error a call ends with; a call that succeeds fails the test. */
export async function refusal(call: Promise<unknown>): Promise<ZsError> {
  try {
    await call;
  } catch (error) {
    if (isZsError(error)) return error;
    throw error;
  }
  throw new Error('This was expected to be refused.');
}

const seated = ['held', 'booked', 'checked-in', 'serving', 'served', 'rated', 'no-show'];

/** What must hold whatever happened; every broken promise in words. */
export async function brokenPromises(world: World, config: ServiceDayConfig = smallZone): Promise<string[]> {
  const problems: string[] = [];
  const [allBookings, counters, entries] = [
    await world.all(bookings),
    await world.all(slots),
    await world.all(waitlistEntries),
  ];
  const occupied = new Map<string, number>();
  const add = (id: string): void => void occupied.set(id, (occupied.get(id) ?? 0) + 1);
  for (const one of allBookings)
    if (seated.includes(one.state) && one.channel !== 'walk-in') add(`${one.date}|${one.department}|${one.start}`);
  for (const entry of entries)
    if (entry.state === 'offered') add(`${entry.date}|${entry.department}|${String(entry.offeredStart)}`);
  const counted = new Map(counters.map((slot) => [slot.id, slot.taken]));
  for (const id of new Set([...occupied.keys(), ...counted.keys()])) {
    const [is, says] = [occupied.get(id) ?? 0, counted.get(id) ?? 0];
    const capacity = config.departments.find(({ code }) => code === id.split('|')[1])?.capacityPerSlot ?? 0;
    if (is !== says) problems.push(`${id}: ${is} seats are taken, the counter says ${says}`);
    if (is > capacity) problems.push(`${id}: ${is} seats are taken of ${capacity}`);
  }
  for (const key of ['activeTimeKey', 'activeTopicKey'] as const) {
    const keys = allBookings.map((one) => one[key]).filter((value) => value !== null);
    if (new Set(keys).size < keys.length) problems.push(`${key} is there twice`);
  }
  for (const one of allBookings) {
    const active = ['held', 'booked', 'checked-in', 'serving'].includes(one.state);
    // Walk-ins stand outside the quotas and hold no keys.
    if (one.channel !== 'walk-in' && active !== (one.activeTimeKey !== null))
      problems.push(`${one.id} (${one.state}) has the wrong keys`);
    if ((one.state === 'held') !== (one.holdExpiresAt !== '~')) problems.push(`${one.id} has the wrong expiry`);
  }
  return problems;
}
