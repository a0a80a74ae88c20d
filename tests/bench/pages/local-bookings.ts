/** What runs in the browser for `local-1000` and `race`: bookings through the local adapter, and the same records by bare idb. */
import { createLocalAdapter, type LocalAdapter } from '@zhaoshang/adapters/local.ts';
import { createMovableClock, type Session } from '@zhaoshang/kernel';
import { openDB, type IDBPDatabase } from 'idb';
import { plugins } from '../../../packages/kit/src/plugins.ts';
import preset from '../../../plugins/service-day/src/presets/chongming.json';
import { usccCheckCharacter } from '@zhaoshang/kernel/uscc.ts';

export interface Place {
  readonly date: string;
  readonly department: string;
  readonly start: string;
}

let adapter: LocalAdapter | undefined;
let zone = '';
let acting: Session | null = null;
let number = 0;

async function open(zoneName: string, capacity: number, firstNumber: number): Promise<void> {
  zone = zoneName;
  number = firstNumber;
  const clock = createMovableClock();
  clock.moveTo(Date.parse('2026-11-23T09:20:00+08:00'));
  adapter = await createLocalAdapter({
    plugins,
    zone,
    preset: 'chongming',
    overrides: {
      'service-day': { departments: preset.departments.map((one) => ({ ...one, capacityPerSlot: capacity })) },
    },
    session: () => acting,
    clock,
  });
  if (!adapter.capabilities.persistent) throw new Error('This browser keeps nothing in IndexedDB.');
}

/** Every booking is one enterprise's; returns `200` or the code of the refusal. */
async function book({ date, department, start }: Place): Promise<string> {
  const own = number++;
  const stem = `91310230${String(own).padStart(9, '0')}`;
  const uscc = stem + (usccCheckCharacter(stem) ?? '');
  acting = {
    subject: `e-${uscc}`,
    displayName: '测试企业',
    roles: ['enterprise'],
    zone,
    enterprise: { uscc, name: '测试企业有限公司' },
  };
  try {
    await adapter!.call({
      plugin: 'service-day',
      operation: 'book',
      kind: 'command',
      idempotencyKey: `k-${own}`,
      input: {
        date,
        segments: [{ department, start, matterId: null, topic: '用地手续办到哪一步了' }],
        contactName: '测试联系人',
        contactPhone: '13800000000',
        question: '厂房扩建的手续先去哪个窗口，需要带哪些材料？',
        attachments: [],
        assistance: [],
        consentVersion: preset.consent.version,
      },
    });
    return '200';
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === undefined) throw error;
    return code;
  }
}

/** Milliseconds for so many bookings: all pressed at once, or each after the answer to the one before. */
async function bookMany(
  count: number,
  place: Place,
  atOnce: boolean,
): Promise<{ ms: number; answers: Record<string, number> }> {
  const answers: Record<string, number> = {};
  const begun = performance.now();
  const note = (answer: string): void => {
    answers[answer] = (answers[answer] ?? 0) + 1;
  };
  if (atOnce) (await Promise.all(Array.from({ length: count }, () => book(place)))).forEach(note);
  else for (let done = 0; done < count; done += 1) note(await book(place));
  return { ms: performance.now() - begun, answers };
}

const kitDatabase = (): Promise<IDBPDatabase> => openDB(`zhaoshang-${zone}`);

/** Records of the newest booking, by object store: exactly what one booking puts. */
async function newestPuts(): Promise<[store: string, record: Record<string, unknown>][]> {
  const database = await kitDatabase();
  const puts: [string, Record<string, unknown>][] = [];
  const all = (store: string): Promise<Record<string, unknown>[]> => database.getAll(store);
  const visit = (await all('sd_visit')).filter(({ uscc }) => uscc === acting?.enterprise?.uscc).pop()!;
  const booking = (await all('sd_booking')).find(({ visitId }) => visitId === visit.id)!;
  puts.push(['sd_visit', visit], ['sd_booking', booking]);
  for (const row of await all('audit'))
    if (row.record === visit.id || row.record === booking.id) puts.push(['audit', row]);
  const results = (await all('idempotency')) as { output?: { id?: string } | null }[];
  puts.push(['idempotency', results.find(({ output }) => output?.id === visit.id) as never]);
  puts.push([
    'sd_slot',
    (await all('sd_slot')).find(({ id }) => id === `${booking.date}|${booking.department}|${booking.start}`)!,
  ]);
  const outbox = [...database.objectStoreNames].find((name) => name.includes('outbox'))!;
  puts.push(...(await all(outbox)).slice(-2).map((event) => [outbox, event] as [string, Record<string, unknown>]));
  database.close();
  return puts;
}

/**
 * The peer: one strict readwrite transaction per booking over the same object stores with the same indexes, in a database of
 * its own that was made with the same structure; the same number of records of the same content under new keys.
 */
async function bareIdb(
  count: number,
  atOnce: boolean,
): Promise<{ ms: number; putsPerBooking: number; recordsPut: number }> {
  const puts = await newestPuts();
  const source = await kitDatabase();
  const stores = [...source.objectStoreNames];
  const shape = source.transaction(stores).objectStore.bind(source.transaction(stores));
  const structure = stores.map((name) => {
    const store = shape(name);
    return {
      name,
      keyPath: store.keyPath as string | string[] | null,
      autoIncrement: store.autoIncrement,
      indexes: [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { index, keyPath: keyPath as string | string[], unique, multiEntry };
      }),
    };
  });
  source.close();
  const name = `bare-${zone}-${Math.random()}`;
  const database = await openDB(name, 1, {
    upgrade: (made) => {
      for (const { name: storeName, keyPath, autoIncrement, indexes } of structure) {
        const store = made.createObjectStore(storeName, { ...(keyPath === null ? {} : { keyPath }), autoIncrement });
        for (const { index, keyPath: path, unique, multiEntry } of indexes)
          store.createIndex(index, path, { unique, multiEntry });
      }
    },
  });
  const used = [...new Set(puts.map(([store]) => store))];
  let put = 0;
  const one = async (place: number): Promise<void> => {
    const transaction = database.transaction(used, 'readwrite', { durability: 'strict' });
    for (const [store, record] of puts) {
      // The counter is the same record every time, everything else is new.
      const next = store === 'sd_slot' ? { ...record, taken: place } : renamed(record, place);
      void transaction.objectStore(store).put(next);
      put += 1;
    }
    await transaction.done;
  };
  const begun = performance.now();
  if (atOnce) await Promise.all(Array.from({ length: count }, (_, place) => one(place)));
  else for (let place = 0; place < count; place += 1) await one(place);
  const ms = performance.now() - begun;
  database.close();
  indexedDB.deleteDatabase(name);
  return { ms, putsPerBooking: puts.length, recordsPut: put };
}

/** Keys and unique fields made unique again. */
function renamed(record: Record<string, unknown>, place: number): Record<string, unknown> {
  const next = { ...record };
  for (const field of ['id', 'ticket', 'checkInCode', 'uscc', 'activeTopicKey', 'activeTimeKey'])
    if (typeof next[field] === 'string') next[field] = `${next[field]}${place}`;
  return next;
}

/** Seats taken and appointments of one slot, read past the kit. */
async function held({ date, department, start }: Place): Promise<{ taken: number; bookings: number }> {
  const database = await kitDatabase();
  const slot = (await database.get('sd_slot', `${date}|${department}|${start}`)) as { taken: number } | undefined;
  const rows = (await database.getAll('sd_booking')) as Record<string, unknown>[];
  database.close();
  const bookings = rows.filter(
    (row) => row.date === date && row.department === department && row.start === start && row.state === 'booked',
  ).length;
  return { taken: slot?.taken ?? 0, bookings };
}

/** All of a race are pressed at one instant, the same in every tab. */
async function raceFrom(instant: number, count: number, place: Place): Promise<Record<string, number>> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - Date.now())));
  const answers: Record<string, number> = {};
  // In waves, so that the tabs really take turns.
  for (let done = 0; done < count; done += 5)
    for (const answer of await Promise.all(Array.from({ length: 5 }, () => book(place))))
      answers[answer] = (answers[answer] ?? 0) + 1;
  return answers;
}

const bench = { open, bookMany, bareIdb, held, raceFrom };
export type LocalBench = typeof bench;
(globalThis as { bench?: LocalBench }).bench = bench;
