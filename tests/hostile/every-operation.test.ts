/** Every operation of the published interface, by everybody, with every hostile string in every place: never a 5xx. */
import { collectionsOf } from '@zhaoshang/runner';
import { openPostgresStore, pgliteExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import personas from '@zhaoshang/kit/personas.json' with { type: 'json' };
import { ApiClient, asPersona, type Answer } from '../support/api-client.ts';
import { farDay, mondayMorning, nearDay, startDemoServer, zone, type DemoServer } from '../support/demo-server.ts';
import { everyString, harmless, illFormed, megabyte } from './hostile-strings.ts';
import { placesIn, samplesOf, withValueAt, type Sample } from './request-samples.ts';
import { bookInput } from '../support/visits.ts';

let server: DemoServer;
let samples: Sample[];
beforeAll(async () => {
  const openStore = async (loaded: DemoServer['loaded']) =>
    openPostgresStore({ zone, collections: collectionsOf(loaded), executor: await pgliteExecutor() });
  server = await startDemoServer({ openStore });
  const known = {
    date: farDay,
    from: nearDay,
    start: '10:00',
    department: 'education',
    contactPhone: '13800009301',
    dueOn: farDay,
    uscc: '91310151MAYF4E010M',
    needId: 'nd-001',
    resourceId: 'rs-018',
    matchId: 'mt-002',
    specialistId: 'sp-010',
    policyId: 'pl-storage',
    category: 'pilot',
    type: 'pilot',
    provider: 'hub',
    unit: '台班',
    townCode: '310151114',
    projectId: null,
    personal: null,
    consent: null,
    deadline: farDay,
    forUscc: '91310230MAYFYJ0G03',
    peerUscc: '91310230MAYFYJ0G03',
    instant: new Date(mondayMorning).toISOString(),
  };
  samples = samplesOf((await new ApiClient(server.url).send('openapi.json')).body, known);
});
afterAll(() => server.stop());

let keys = 0;
const statuses = new Map<number, number>();

/** Sends one request and says what was wrong with the answer. */
async function faultOf(api: ApiClient, sample: Sample, input: unknown): Promise<string | undefined> {
  const { method, path, versioned } = sample;
  const query = method === 'GET' ? `?${searchOf(input as Record<string, unknown>)}` : '';
  const { status, body, headers } = await api.send(`${path.slice(1)}${query}`, {
    method,
    headers: {
      ...api.headers,
      ...(method === 'GET'
        ? {}
        : {
            'Content-Type': 'application/json',
            'Idempotency-Key': `hostile-${(keys += 1)}`,
            ...(versioned ? { 'If-Match': '"v1"' } : {}),
          }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(input) }),
  });
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  if (status >= 500) return `${status} ${JSON.stringify(body).slice(0, 200)}`;
  if (status >= 400 && typeof body.code !== 'string') return `${status} without a code`;
  if (headers.get('set-cookie') !== null) return 'set a cookie';
  return undefined;
}

const searchOf = (input: Record<string, unknown>): string =>
  Object.entries(input)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((each) => `${name}=${escape(String(each))}`),
    )
    .join('&');

/** Percent-encodes bytes; lone surrogates become what a careless client would send. */
const escape = (text: string): string =>
  [...Buffer.from(text.slice(0, 2_000), 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Streams end when the reader leaves, and are covered by tests of their own; the clock is everybody's. */
const left = new Set(['events']);

describe('hostile input over HTTP', () => {
  it('covers the interface', () => {
    expect(samples.length).toBeGreaterThan(110);
    expect(samples.filter(({ input }) => placesIn(input).length > 0).length).toBeGreaterThan(95);
  });

  /** Each string in each place by itself for those who may do most; in all places at once for everybody else. */
  const thorough = new Set(['enterprise-yinglv', 'department-planning', 'centre']);

  it.each(personas.map(({ id }) => id))(
    'as %s never ends in a 5xx, whatever the place and the string',
    async (persona) => {
      const api = await asPersona(server.url, persona);
      const faults: string[] = [];
      const queue = samples
        .filter(({ operationId }) => !left.has(operationId))
        .flatMap((sample) => {
          const places = placesIn(sample.input);
          const groups = thorough.has(persona) ? places.map((place) => [place]) : [places];
          return groups.flatMap((group) =>
            Object.entries(everyString).map(([name, text]) => ({ sample, group, name, text })),
          );
        });
      const worker = async (): Promise<void> => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          const { sample, group, name, text } = next;
          const input = group.reduce<unknown>((value, place) => withValueAt(value, place, text), sample.input);
          const fault = await faultOf(api, sample, input);
          if (fault !== undefined)
            faults.push(`${sample.operationId} ${group.map((place) => place.join('.')).join()} ${name}: ${fault}`);
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      expect(faults.slice(0, 20)).toEqual([]);
    },
    120_000,
  );

  it('refuses shapes that are not the contract’s, prototype keys and depths among them', async () => {
    const centre = await asPersona(server.url, 'centre');
    const enterprise = await asPersona(server.url, 'enterprise-yinglv');
    const deep = JSON.parse(`${'[['.repeat(2_000)}1${']]'.repeat(2_000)}`) as unknown;
    const shapes: unknown[] = [null, [], 7, 'x', true, { a: deep }, JSON.parse('{"__proto__":{"date":"x"}}')];
    const inPlace: unknown[] = [null, {}, [[]], { toString: 1 }, 1e308, -1, deep];
    const faults: string[] = [];
    for (const sample of samples.filter(({ method }) => method === 'POST'))
      for (const api of [centre, enterprise]) {
        const inputs = [
          ...shapes,
          ...placesIn(sample.input).flatMap((place) => inPlace.map((value) => withValueAt(sample.input, place, value))),
          { ...sample.input, constructor: { prototype: { polluted: 1 } } },
          JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(sample.input).slice(1)}`.replace(',}', '}')),
        ];
        for (const input of inputs) {
          const fault = await faultOf(api, sample, input);
          if (fault !== undefined) faults.push(`${sample.operationId} ${JSON.stringify(input).slice(0, 80)}: ${fault}`);
        }
      }
    expect(faults.slice(0, 20)).toEqual([]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  }, 120_000);

  it('refuses a megabyte with 413, whatever the operation', async () => {
    const posts = samples.filter(
      ({ method, path }) => method === 'POST' && /^\/api\/(service-day|needs-matching)\//.test(path),
    );
    expect(posts.length).toBeGreaterThan(60);
    for (const persona of ['centre', 'enterprise-yinglv', 'visitor']) {
      const api = await asPersona(server.url, persona);
      const answers: Answer[] = [];
      const queue = [...posts];
      const worker = async (): Promise<void> => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          const [plugin = '', operation = ''] = next.path.slice('/api/'.length).split('/');
          answers.push(await api.at(plugin).command(operation, { text: megabyte }));
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      // Who may not do it at all is told so first.
      expect(answers.map(({ status }) => status).filter((status) => ![401, 403, 413].includes(status))).toEqual([]);
      if (persona !== 'visitor') expect(answers.filter(({ status }) => status === 413).length).toBeGreaterThan(5);
    }
  });

  it('is served as before afterwards', async () => {
    const visitor = new ApiClient(server.url);
    expect((await visitor.send('readyz')).status).toBe(200);
    expect((await visitor.query('timetable')).status).toBe(200);
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    // Not everything was refused at the door: the strings came as far as the store.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(100);
  });
});

describe('text that is accepted', () => {
  /** Where an enterprise writes freely, and where that comes back. */
  const visitTexts = { question: 'question', contactName: 'contactName' } as const;

  it('comes back byte by byte; what is ill-formed is refused with the field named', async () => {
    const fresh = await startDemoServer({
      openStore: async (loaded) =>
        openPostgresStore({ zone, collections: collectionsOf(loaded), executor: await pgliteExecutor() }),
    });
    try {
      const api = await asPersona(fresh.url, 'enterprise-yinglv');
      const centre = await asPersona(fresh.url, 'centre');
      for (const [name, text] of Object.entries(harmless)) {
        const stop = { department: 'education', start: '10:00', topic: text };
        const attachments = [{ name: text, mediaType: 'text/html', bytes: 1 }];
        const input = await bookInput(api, farDay, [stop], {
          question: text,
          contactName: text.slice(0, 40),
          attachments,
        });
        // A hold instead of a cancellation gives the seat back: cancellations are limited.
        const booked = await api.command('book', input);
        expect([name, booked.status, booked.body.code]).toEqual([name, 200, undefined]);
        const { body: visit } = await api.query('visit', { visitId: booked.body.result.id });
        expect([visit.question, visit.bookings[0].topic, visit.attachments[0].name]).toEqual([text, text, text]);
        expect(visit.contactName).toBe(text.slice(0, 40));
        const desk = (await centre.query('deskDay', { date: farDay, department: 'education' })).body;
        const row = desk.queue.find((each: { visitId: string }) => each.visitId === visit.id);
        expect([row.topic, row.question]).toEqual([text, text]);
        const calendar = await api.send(`api/service-day/visit-calendar.ics?visitId=${visit.id}`, {
          headers: api.headers,
        });
        expect(calendar.status).toBe(200);
        expect(String(calendar.body).match(/^BEGIN:(VEVENT|VALARM)\r$/gm)?.length).toBe(
          String(calendar.body).match(/^END:(VEVENT|VALARM)\r$/gm)?.length,
        );
        expect(String(calendar.body).match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
        const gone = await centre.command('changeDesk', {
          date: farDay,
          department: 'education',
          capacity: 0,
          reason: text,
          notice: text,
          affected: 1,
        });
        expect([name, gone.status, gone.body.code]).toEqual([name, 200, undefined]);
        const { body: notices } = await api.query('myNotices');
        expect(notices.items[0].text).toContain(text);
        await centre.done('reopenDay', { date: farDay, reason: text });
        const { body: after } = await api.query('visit', { visitId: visit.id });
        await api
          .done('cancel', { visitId: visit.id, reason: text }, { version: after.version })
          .catch(() => undefined);
      }
      for (const [name, text] of Object.entries(illFormed))
        for (const field of Object.keys(visitTexts)) {
          const input = await bookInput(api, farDay, [{ department: 'education', start: '10:00' }], { [field]: text });
          const { status, body } = await api.command('book', input);
          expect([name, field, status, body.code]).toEqual([name, field, 422, 'invalid-input']);
          expect(body.fields.map(({ pointer }: { pointer: string }) => pointer)).toEqual([`/${field}`]);
        }
    } finally {
      await fresh.stop();
    }
  }, 60_000);
});
