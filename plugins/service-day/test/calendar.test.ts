import { afterEach, describe, expect, it } from 'vitest';
import { runnerCollections } from '@zhaoshang/runner';
import { serviceDayBackend } from '../src/backend.ts';
import { feedTokens } from '../src/model/records.ts';
import {
  createWorld,
  enterprise,
  form,
  nextWednesday,
  refusal,
  segment,
  staff,
  wednesday,
  type World,
} from './service-desk-world.ts';

const one = enterprise(1);
const two = enterprise(2);
const alpha = staff('department', 'alpha');
const centre = staff('centre', 'hub');

type Component = {
  name: string;
  properties: Record<string, { parameters: string; value: string }[]>;
  parts: Component[];
};

/** A strict reader of RFC 5545: CRLF, folding at 75 octets, balanced components. Throws on anything else. */
function parse(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('The last line is not ended.');
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line break is not CRLF.');
  for (const line of text.split('\r\n'))
    if (new TextEncoder().encode(line).length > 75) throw new Error(`Longer than 75 octets: ${line}`);
  const stack: Component[] = [{ name: '', properties: {}, parts: [] }];
  for (const line of text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line);
    if (match === null) throw new Error(`Not a content line: ${line}`);
    const [, name = '', parameters = '', value = ''] = match;
    const open = stack[stack.length - 1]!;
    if (name === 'BEGIN') {
      const part: Component = { name: value, properties: {}, parts: [] };
      open.parts.push(part);
      stack.push(part);
    } else if (name === 'END') {
      if (open.name !== value) throw new Error(`${value} ends where ${open.name} is open.`);
      stack.pop();
    } else (open.properties[name] ??= []).push({ parameters, value });
  }
  const [calendar] = stack[0]!.parts;
  if (stack.length !== 1 || calendar === undefined) throw new Error('A component is not ended.');
  return calendar;
}

const valueOf = (component: Component, name: string): string | undefined => {
  const found = component.properties[name] ?? [];
  if (found.length > 1) throw new Error(`${name} is there ${found.length} times.`);
  return found[0]?.value;
};
const events = (calendar: Component): Component[] => calendar.parts.filter(({ name }) => name === 'VEVENT');

async function calendarOf(world: World, visitId: string): Promise<Component> {
  return parse((await world.call(one, 'visitCalendar', { visitId })).calendar);
}

describe('a visit’s calendar file', () => {
  it('holds one entry per appointment, in UTC, with place, code and a reminder when check-in opens', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '13:30')]));
    const { fileName, calendar: text } = await world.call(one, 'visitCalendar', { visitId: visit.id });
    expect(fileName).toBe(`service-day-${visit.ticket}.ics`);
    const calendar = parse(text);
    expect([valueOf(calendar, 'VERSION'), valueOf(calendar, 'METHOD')]).toEqual(['2.0', 'PUBLISH']);
    expect(valueOf(calendar, 'PRODID')).toContain('Zhaoshang Kit');
    const [first, second] = events(calendar);
    expect(['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'STATUS'].map((name) => valueOf(first!, name))).toEqual([
      `${visit.bookings[0]!.id}@service-day.test`,
      '20261123T012000Z',
      '20261125T010000Z',
      '20261125T013000Z',
      '0',
      'CONFIRMED',
    ]);
    expect(valueOf(second!, 'DTSTART')).toBe('20261125T053000Z');
    expect(valueOf(first!, 'SUMMARY')).toBe('企业服务日：甲局');
    expect(valueOf(first!, 'LOCATION')).toContain('大厅');
    expect(valueOf(first!, 'DESCRIPTION')).toContain(`签到码：${visit.checkInCode}`);
    expect(valueOf(first!, 'ORGANIZER')).toMatch(/^mailto:/i);
    const [alarm] = first!.parts;
    expect([alarm!.name, valueOf(alarm!, 'ACTION'), valueOf(alarm!, 'TRIGGER')]).toEqual([
      'VALARM',
      'DISPLAY',
      '-PT1H',
    ]);
    expect(text).not.toContain('13812345678');
  });

  it('keeps the UID and counts the SEQUENCE up when the visit is moved', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    const [before] = events(await calendarOf(world, visit.id));
    const move = {
      visitId: visit.id,
      date: nextWednesday,
      segments: [{ department: 'alpha', start: '09:30' }],
      reason: '',
    };
    const moved = await world.call(one, 'reschedule', move, visit.version);
    const [after] = events(await calendarOf(world, moved.id));
    expect(valueOf(after!, 'UID')).toBe(valueOf(before!, 'UID'));
    expect(Number(valueOf(after!, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(before!, 'SEQUENCE')));
    expect(valueOf(after!, 'DTSTART')).toBe('20261202T013000Z');
  });

  it('says CANCEL when all of it is cancelled, with a higher SEQUENCE and no reminder', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    await world.call(one, 'cancel', { visitId: visit.id, reason: '不需要了' }, visit.version);
    const calendar = await calendarOf(world, visit.id);
    expect(valueOf(calendar, 'METHOD')).toBe('CANCEL');
    const [event] = events(calendar);
    expect([valueOf(event!, 'STATUS'), valueOf(event!, 'SEQUENCE'), event!.parts]).toEqual(['CANCELLED', '1', []]);
  });

  it('marks only the part the organiser took away, and goes on counting when that part moves alone', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    await world.call(centre, 'changeDesk', {
      date: wednesday,
      department: 'beta',
      capacity: 0,
      reason: '外出',
      notice: '请改约',
      affected: 1,
    });
    const calendar = await calendarOf(world, visit.id);
    expect(valueOf(calendar, 'METHOD')).toBe('PUBLISH');
    expect(events(calendar).map((event) => [valueOf(event, 'STATUS'), valueOf(event, 'SEQUENCE')])).toEqual([
      ['CONFIRMED', '1'],
      ['CANCELLED', '1'],
    ]);
    const now = await world.call(one, 'visit', { visitId: visit.id });
    const move = {
      visitId: visit.id,
      date: nextWednesday,
      segments: [{ department: 'beta', start: '09:30' }],
      reason: '',
    };
    const moved = await world.call(one, 'reschedule', move, now.version);
    const [alone] = events(await calendarOf(world, moved.id));
    expect([valueOf(alone!, 'UID'), valueOf(alone!, 'STATUS'), valueOf(alone!, 'SEQUENCE')]).toEqual([
      `${visit.bookings[1]!.id}@service-day.test`,
      'CONFIRMED',
      '2',
    ]);
  });

  it('escapes and folds what people wrote, and reads back equal', async () => {
    const world = createWorld();
    const topic = `a;b,c\\d 企业“名称”😀${'长'.repeat(60)}`;
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00', topic)]));
    const [event] = events(await calendarOf(world, visit.id));
    const read = valueOf(event!, 'DESCRIPTION')!.replace(/\\([\\;,nN])/g, (_, sign: string) =>
      /n/i.test(sign) ? '\n' : sign,
    );
    expect(read.split('\n')[2]).toBe(`事项：${topic}`);
    expect(event!.properties).not.toHaveProperty('END');
  });

  it('speaks the language of who asks; what people wrote stays as it is', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00', '环评怎么办')]));
    const request = {
      plugin: 'service-day',
      operation: 'visitCalendar',
      kind: 'query',
      input: { visitId: visit.id },
    } as const;
    const { output } = await world.runner.run(request, { session: one, locale: 'en' });
    const calendar = parse((output as { calendar: string }).calendar);
    expect(valueOf(calendar, 'PRODID')).toMatch(/EN$/);
    expect(valueOf(calendar, 'X-WR-CALNAME')).toBe(`Service day ${visit.ticket}`);
    const [event] = events(calendar);
    expect(valueOf(event!, 'SUMMARY')).toBe('Service day: alpha');
    expect(valueOf(event!, 'DESCRIPTION')).toContain(`Check-in code: ${visit.checkInCode}`);
    expect(valueOf(event!, 'DESCRIPTION')).toContain('Matter: 环评怎么办');
    const chinese = parse((await world.call(one, 'visitCalendar', { visitId: visit.id })).calendar);
    expect(valueOf(events(chinese)[0]!, 'UID')).toBe(valueOf(event!, 'UID'));
  });

  it('is its enterprise’s only', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    expect((await refusal(world.call(two, 'visitCalendar', { visitId: visit.id }))).code).toBe('not-found');
  });
});

describe('where the platform has no source of random ids', () => {
  const name = ['random', 'UUID'].join('');
  const original = Object.getOwnPropertyDescriptor(Crypto.prototype, name);
  afterEach(() => {
    if (original !== undefined) Object.defineProperty(Crypto.prototype, name, original);
  });

  it('a calendar is written all the same, and the page’s globals are left as they were', async () => {
    delete (Crypto.prototype as unknown as Record<string, unknown>)[name];
    expect(name in crypto).toBe(false);
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    expect(events(await calendarOf(world, visit.id))).toHaveLength(1);
    expect(name in crypto).toBe(false);
  });
});

describe('a department’s feed', () => {
  it('lists its appointments with contacts masked and no free text, under a secret address', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('alpha', '09:00', '机密的问题'), segment('beta', '09:30')]));
    const other = await world.call(two, 'book', form([segment('alpha', '09:30')]));
    await world.call(two, 'cancel', { visitId: other.id, reason: '' }, other.version);
    const { token } = await world.call(alpha, 'issueFeed', { department: 'alpha' });
    expect(token).toMatch(/^[2-9a-z]{32}$/);
    const { calendar: text } = await world.call(null, 'departmentCalendar', { token });
    const calendar = parse(text);
    expect(valueOf(calendar, 'METHOD')).toBe('PUBLISH');
    expect(valueOf(calendar, 'REFRESH-INTERVAL')).toBe('PT15M');
    expect(events(calendar).map((event) => valueOf(event, 'SUMMARY'))).toEqual(['示例企业1：其他事项']);
    expect(text.replace(/\r\n /g, '')).toContain('张*');
    for (const secret of ['张三', '13812345678', '机密', '签到码'])
      expect(text.replace(/\r\n /g, '')).not.toContain(secret);
  });

  it('cannot be read by who reads the database: the token is stored nowhere, only its hash', async () => {
    const world = createWorld();
    const { token } = await world.call(alpha, 'issueFeed', { department: 'alpha' });
    const [stored] = await world.all(feedTokens);
    expect(stored!.id).toMatch(/^[0-9a-f]{64}$/);
    expect((await refusal(world.call(null, 'departmentCalendar', { token: stored!.id }))).code).toBe('not-found');
    const engine = await world.store.begin('read');
    for (const collection of [...serviceDayBackend.collections, ...runnerCollections]) {
      const [index] = Object.keys(collection.indexes);
      if (index === undefined) continue;
      const [rows] = await engine.findMany(collection, [{ index, equals: [] }]);
      expect(JSON.stringify(rows)).not.toContain(token);
    }
  });

  it('sent twice with the same key makes the first address worthless, which nobody can be told again', async () => {
    const world = createWorld();
    const ask = () =>
      world.runner.run(
        {
          plugin: 'service-day',
          operation: 'issueFeed',
          kind: 'command',
          input: { department: 'alpha' },
          idempotencyKey: 'same',
        },
        { session: alpha },
      );
    const [first, second] = [(await ask()).output, (await ask()).output] as { token: string }[];
    expect(second!.token).not.toBe(first!.token);
    expect((await refusal(world.call(null, 'departmentCalendar', first!))).code).toBe('not-found');
    expect(parse((await world.call(null, 'departmentCalendar', second!)).calendar).parts).toEqual([]);
  });

  it('works until a new address is made, and only the department or the centre makes one', async () => {
    const world = createWorld();
    const first = await world.call(alpha, 'issueFeed', { department: 'alpha' });
    const second = await world.call(centre, 'issueFeed', { department: 'alpha' });
    expect((await refusal(world.call(null, 'departmentCalendar', first))).code).toBe('not-found');
    expect(parse((await world.call(null, 'departmentCalendar', second)).calendar).parts).toEqual([]);
    expect(await world.all(feedTokens)).toHaveLength(1);
    expect((await refusal(world.call(alpha, 'issueFeed', { department: 'beta' }))).code).toBe('forbidden');
    expect((await refusal(world.call(centre, 'issueFeed', { department: 'nowhere' }))).code).toBe('no-such-department');
  });
});
