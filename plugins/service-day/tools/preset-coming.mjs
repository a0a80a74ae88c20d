/** The next two service days as they stand on the morning the demo starts: some desks full, some nearly, some quiet. */
import { freeTopicKey, timeKey } from '../src/rules/topic-key.ts';
import { departmentOf, slotTimesOf } from '../src/rules/timetable.ts';

const first = '2026-11-25';
const second = '2026-12-02';

/** Seats taken by department. */
const taken = {
  [first]: {
    hub: 17,
    planning: 11,
    ecology: 8,
    economy: 10,
    hrss: 6,
    taxation: 7,
    commerce: 3,
    emergency: 5,
    'culture-tourism': 2,
    agriculture: 2,
    education: 4,
    'market-regulation': 10,
    water: 2,
    construction: 6,
  },
  [second]: {
    hub: 5,
    planning: 6,
    ecology: 3,
    economy: 4,
    hrss: 1,
    taxation: 2,
    emergency: 1,
    agriculture: 1,
    'market-regulation': 3,
    construction: 2,
  },
};

export function addComing(records, { enterprises, config, dice }) {
  const byId = new Map(enterprises.map((one) => [one.id, one]));
  const demo = byId.get('en-001');
  const seats = new Map();
  const perDay = new Map();
  const times = new Set();
  const topics = new Set();
  const book = (visit, department, start, matter) => {
    const topic = { department, matterId: matter.id, topic: matter.name };
    const activeTopicKey = freeTopicKey(visit.uscc, visit.date, topic, topics, 1);
    if (activeTopicKey === undefined) return;
    const activeTimeKey = timeKey(visit.uscc, visit.date, start);
    topics.add(activeTopicKey);
    times.add(activeTimeKey);
    const day = `${visit.uscc}|${visit.date}`;
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    const place = `${visit.date}|${department}|${start}`;
    seats.set(place, (seats.get(place) ?? 0) + 1);
    records.booking(visit, {
      department,
      start,
      matterId: matter.id,
      topic: matter.name,
      activeTopicKey,
      activeTimeKey,
    });
  };
  const matterOf = (code, index) => departmentOf(config, code).matters[index];

  // The enterprise of the demo: a visit to two departments, and an offer from the waiting list.
  const own = records.visit(demo, {
    date: first,
    createdAt: '2026-11-16T14:05:00+08:00',
    question: '二期测试车间扩建，先办环评还是先登记用地意向，请一并看一下顺序。',
    attachments: [{ name: '二期总平面图.pdf', mediaType: 'application/pdf', bytes: 2_413_568 }],
  });
  book(own, 'ecology', '14:00', matterOf('ecology', 0));
  book(own, 'hub', '14:30', matterOf('hub', 0));
  const offered = records.waiting(demo, {
    date: first,
    department: 'economy',
    start: '10:00',
    topic: matterOf('economy', 0).name,
    matterId: matterOf('economy', 0).id,
    state: 'offered',
    createdAt: '2026-11-19T09:12:00+08:00',
    offeredStart: '10:00',
    offerExpiresAt: '2026-11-23T10:50:00+08:00',
  });
  seats.set(`${first}|economy|10:00`, 1);
  records.notice({
    uscc: demo.uscc,
    kind: 'offer',
    date: first,
    department: 'economy',
    reference: offered.id,
    text: '候补到号：经发局 11月25日（星期三）10:00 有一个名额，为您保留到11月23日（星期一）10:50，请按时确认。',
    createdAt: '2026-11-23T08:50:00+08:00',
  });
  // The second enterprise that can be tried out.
  const foreign = records.visit(byId.get('en-049'), { date: second, createdAt: '2026-11-20T10:31:00+08:00' });
  book(foreign, 'commerce', '09:30', matterOf('commerce', 1));

  // Everyone else; limited and demo enterprises stay out, so that their own stories hold.
  const others = enterprises.filter(
    ({ id }) => !['en-001', 'en-025', 'en-049', 'en-011', 'en-032', 'en-050'].includes(id),
  );
  for (const [date, desks] of Object.entries(taken))
    for (const [code, wanted] of Object.entries(desks)) {
      const department = departmentOf(config, code);
      const places = slotTimesOf(config, department).flatMap(({ start }) =>
        Array(department.capacityPerSlot - (seats.get(`${date}|${code}|${start}`) ?? 0)).fill(start),
      );
      const already = [...seats]
        .filter(([place]) => place.startsWith(`${date}|${code}|`))
        .reduce((n, [, c]) => n + c, 0);
      const fill = wanted >= places.length ? places : pickSome(dice, places, wanted - (code === 'hub' ? already : 0));
      for (const start of fill) {
        const able = others.filter(
          ({ uscc }) =>
            !times.has(timeKey(uscc, date, start)) &&
            (perDay.get(`${uscc}|${date}`) ?? 0) < config.booking.maxDepartmentsPerVisit &&
            department.matters.some((one) => !topics.has(`${uscc}|${date}|${code}|${one.id}|1`)),
        );
        const enterprise = dice.pick(able);
        const visit =
          records.tables.sd_visit.find(
            (one) => one.uscc === enterprise.uscc && one.date === date && one.createdAt > '2026-11-11',
          ) ??
          records.visit(enterprise, {
            date,
            createdAt: createdAt(dice, date),
            channel: dice.pick(['web', 'web', 'web', 'phone', 'desk']),
          });
        const free = department.matters.filter((one) => !topics.has(`${enterprise.uscc}|${date}|${code}|${one.id}|1`));
        book(visit, code, start, dice.pick(free));
      }
    }

  // Those in line: two for planning, which is full all day, one behind the offer of the demo.
  const wait = (id, department, stamp, index) =>
    records.waiting(byId.get(id), {
      date: first,
      department,
      createdAt: stamp,
      matterId: matterOf(department, index).id,
      topic: matterOf(department, index).name,
    });
  wait('en-011', 'planning', '2026-11-20T09:41:00+08:00', 2);
  wait('en-032', 'planning', '2026-11-20T15:26:00+08:00', 0);
  wait('en-050', 'economy', '2026-11-20T11:03:00+08:00', 1);
}

/** Some of a list, in order. */
function pickSome(dice, list, count) {
  const left = list.map((value, index) => ({ value, index, rank: dice.next() }));
  return left
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, count))
    .sort((a, b) => a.index - b.index)
    .map(({ value }) => value);
}

/** Some working hour after the date was released. */
function createdAt(dice, date) {
  const days =
    date === first
      ? ['11-11', '11-12', '11-13', '11-16', '11-17', '11-18', '11-19', '11-20']
      : ['11-18', '11-19', '11-20'];
  const two = (number) => String(number).padStart(2, '0');
  return `2026-${dice.pick(days)}T${two(9 + Math.floor(dice.next() * 9))}:${two(Math.floor(dice.next() * 60))}:00+08:00`;
}
