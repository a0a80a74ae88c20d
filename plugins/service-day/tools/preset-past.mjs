/** What has happened: the past service days with their outcomes and ratings, forums, notices, standings. */
import { addDays, createWorkCalendar } from '@zhaoshang/workdays';
import { followUpReply, replies } from './chongming-wording.mjs';

const channels = { 电话: 'phone', 公众号: 'web', 网页: 'web', 服务群: 'desk', 'walk-in': 'walk-in' };
const occupying = ['booked', 'checked-in', 'serving', 'served', 'rated', 'no-show'];
const calendar = createWorkCalendar();

/** One in so many served matters stayed open on the day and was followed up. */
const followUpEvery = 9;

const laterBy = (stamp, minutes) => {
  const at = new Date(Date.parse(stamp) + minutes * 60_000 + 8 * 3_600_000).toISOString();
  return `${at.slice(0, 19)}+08:00`;
};

export function addPast(records, { serviceDays, enterprises, config, dice }) {
  const byId = new Map(enterprises.map((one) => [one.id, one]));
  const hosts = new Map(config.departments.map(({ code, hosts: [host] }) => [code, host.name]));
  const queues = new Map();
  let served = 0;
  for (const source of [...serviceDays.bookings].sort(byArrival)) {
    const enterprise = byId.get(source.enterpriseId);
    const channel = channels[source.channel];
    const visit = records.visit(enterprise, { date: source.date, createdAt: source.bookedAt, channel });
    const came = source.checkedInAt ?? null;
    const calledAt = came === null ? null : laterBy(came, source.waitMinutes);
    const key = `${source.date}|${source.dept}`;
    const desk = config.departments.find(({ code }) => code === source.dept);
    const queue = queues.get(key) ?? { lastNumber: 0, lastWalkIn: 0 };
    queues.set(key, queue);
    const number = came === null ? null : numberFrom(queue, channel);
    const booking = records.booking(visit, {
      department: source.dept,
      start: source.slot.start,
      topic: source.topic,
      state: source.state,
      queueNumber: number,
      deskNo: came === null ? null : desk.deskNo,
      checkedInAt: came,
      calledAt,
      calls: came === null ? (source.state === 'no-show' ? config.noShow.callsBeforeMiss : 0) : 1,
      servedAt: calledAt === null ? null : laterBy(calledAt, source.servedMinutes),
      stateReason: source.reason ?? null,
      rating: ratingOf(source.rating),
    });
    if (booking.servedAt !== null) {
      served += 1;
      booking.outcome = { kind: 'resolved', reply: dice.pick(replies), followUpId: null, by: hosts.get(source.dept) };
      followUpFor(records, { source, booking, enterprise, config, hosts, open: served % followUpEvery === 0 });
    }
    afterwards(records, { source, booking, visit, config });
  }
  for (const [id, queue] of queues) records.tables.sd_desk_day.push({ id, ...queue });
  addDayChanges(records, serviceDays);
  addForums(records, { serviceDays, enterprises });
}

/** Counters of every slot that somebody occupies or is offered, past and coming. */
export function addSlots(records, config) {
  const counts = new Map();
  const add = ({ date, department }, start) => {
    const id = `${date}|${department}|${start}`;
    const capacity = config.departments.find(({ code }) => code === department).capacityPerSlot;
    const slot = counts.get(id) ?? { id, date, department, start, capacity, taken: 0 };
    slot.taken += 1;
    slot.capacity = Math.max(slot.capacity, slot.taken);
    counts.set(id, slot);
  };
  for (const booking of records.tables.sd_booking)
    if (occupying.includes(booking.state) && booking.channel !== 'walk-in') add(booking, booking.start);
  for (const entry of records.tables.sd_waitlist) if (entry.state === 'offered') add(entry, entry.offeredStart);
  records.tables.sd_slot.push(...[...counts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

const byArrival = (a, b) => {
  const left = `${a.date}${a.checkedInAt ?? a.slot.start}`;
  const right = `${b.date}${b.checkedInAt ?? b.slot.start}`;
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
};

function numberFrom(queue, channel) {
  if (channel === 'walk-in') return `W${String((queue.lastWalkIn += 1)).padStart(2, '0')}`;
  return String((queue.lastNumber += 1)).padStart(3, '0');
}

function ratingOf(rating) {
  if (rating === undefined || rating === null) return null;
  return {
    score: rating.score,
    tags: rating.tags,
    comment: rating.comment ?? '',
    at: rating.ratedAt,
    supplement: null,
  };
}

function followUpFor(records, { source, booking, enterprise, config, hosts, open }) {
  const facts = {
    bookingId: booking.id,
    uscc: enterprise.uscc,
    enterpriseName: enterprise.name,
    department: source.dept,
    owner: hosts.get(source.dept),
    receipt: `HY-${source.date.replaceAll('-', '')}-${source.id.slice(3)}`,
  };
  if (source.followUp !== undefined) {
    const done = source.followUp.contactedOn !== null;
    records.followUp({
      ...facts,
      source: 'bad-rating',
      summary: `评价 ${source.rating.score} 星：${source.rating.comment}`,
      dueDate: source.followUp.contactDueOn,
      createdAt: source.rating.ratedAt,
      ...(done
        ? {
            state: 'confirmed',
            reply: '已电话联系，说明了口径不一的原因，并更正了办事指南的说法。如再遇到，可直接找本人。',
            repliedAt: `${source.followUp.contactedOn}T15:30:00+08:00`,
          }
        : {}),
    });
    return;
  }
  const awaitsWord = source.enterpriseId === 'en-001' && source.date === '2026-11-18';
  if (!open && !awaitsWord) return;
  const due = calendar.addWorkdays(source.date, config.followUp.workingDays);
  const recent = source.date >= '2026-11-11' && !awaitsWord;
  const repliedOn = awaitsWord ? '2026-11-20' : calendar.addWorkdays(source.date, 3).date;
  const silent = calendar.addWorkdays(repliedOn, config.followUp.silentConfirmWorkingDays).date;
  const followUp = records.followUp({
    ...facts,
    source: 'unresolved',
    summary: source.topic,
    dueDate: due.date,
    dueProvisional: due.provisional,
    createdAt: booking.servedAt,
    ...(recent
      ? {}
      : {
          state: awaitsWord ? 'replied' : source.state === 'rated' ? 'confirmed' : 'auto-confirmed',
          reply: awaitsWord
            ? followUpReply
            : '结论：可以按现有方案办。依据：部门会商意见。下一步：材料已转窗口，无需再来。',
          repliedAt: `${repliedOn}T16:10:00+08:00`,
          silentOn: awaitsWord ? silent : '~',
        }),
  });
  booking.outcome = {
    ...booking.outcome,
    kind: 'follow-up',
    reply: '这件事要内部核实，已登记回音单，到期前给您结论。',
    followUpId: followUp.id,
  };
  if (awaitsWord)
    records.notice({
      uscc: enterprise.uscc,
      kind: 'follow-up-replied',
      date: source.date,
      department: source.dept,
      visitId: booking.visitId,
      reference: followUp.id,
      text: `您问的“${source.topic}”已有答复，请看过后确认，或说明哪里没答到。`,
      createdAt: followUp.repliedAt,
    });
}

/** What a no-show or a displacement brings with it. */
function afterwards(records, { source, booking, visit, config }) {
  const about = { uscc: booking.uscc, date: source.date, department: source.dept, visitId: visit.id };
  if (source.state === 'displaced')
    records.notice({
      ...about,
      kind: 'displaced',
      reference: booking.id,
      text: `${source.reason}，您在 ${source.date} ${source.slot.start} 的预约不能接待。请改约空闲时段，不占改期次数。`,
      createdAt: '2026-11-17T15:20:00+08:00',
    });
  if (source.state === 'cancelled') standingOf(records, booking.uscc).cancelledOn.push(source.cancelledAt.slice(0, 10));
  if (source.state !== 'no-show') return;
  const standing = standingOf(records, booking.uscc);
  const from = addDays(source.date, -config.noShow.windowDays);
  standing.missed.push({ bookingId: booking.id, date: source.date, excused: false });
  const count = standing.missed.filter(({ date }) => date > from).length;
  const limited = count >= config.noShow.limit;
  if (limited) {
    standing.limitedUntil = addDays(source.date, config.noShow.limitDays);
    objectTo(standing, booking, config);
  }
  records.notice({
    ...about,
    kind: limited ? 'limited' : 'no-show-warning',
    reference: booking.id,
    text: limited
      ? `30 天内 ${count} 次未到场，${standing.limitedUntil}前暂不能网上预约；可到现场取号，也可以申诉。`
      : '您约了没有来。30 天内再有一次，将暂停网上预约 30 天；如有特殊情况可以申诉。',
    createdAt: `${source.date}T16:40:00+08:00`,
  });
}

/** The limited enterprise objects, and the centre has yet to answer. */
function objectTo(standing, booking, config) {
  const at = `${calendar.addWorkdays(booking.date, 2).date}T10:26:00+08:00`;
  const { date: dueDate } = calendar.addWorkdays(at.slice(0, 10), config.noShow.appealAnswerWorkingDays);
  const reason = '当天长江大桥因大雾封闭，车辆过不来，已在 15:40 打电话说明。';
  standing.appeals.push({ id: 'ap-0001', bookingId: booking.id, reason, state: 'open', answer: null, at, dueDate });
  standing.appealDueOn = dueDate;
}

function standingOf(records, uscc) {
  let standing = records.tables.sd_standing.find(({ id }) => id === uscc);
  if (standing === undefined) {
    standing = { id: uscc, missed: [], cancelledOn: [], limitedUntil: null, appeals: [], appealDueOn: '~' };
    records.tables.sd_standing.push(standing);
  }
  return standing;
}

function addDayChanges(records, { exceptions }) {
  for (const { date, action, depts, notice, from } of exceptions) {
    if (action === 'online-only')
      records.tables.sd_day_change.push({ id: date, date, kind: 'closed', reason: notice, desks: [] });
    if (action === 'desk-off')
      records.tables.sd_day_change.push({
        id: date,
        date,
        kind: 'adjusted',
        reason: notice,
        // A desk that closed for a part of the day keeps its seats: the change is per day.
        desks: from === undefined ? depts.map((department) => ({ department, capacity: 0 })) : [],
      });
  }
}

function addForums(records, { serviceDays, enterprises }) {
  for (const meeting of serviceDays.forumPlan.meetings) {
    const held = meeting.attended !== null;
    records.tables.sd_forum.push({
      id: meeting.id,
      date: calendar.isWorkday(meeting.plannedDate)
        ? meeting.plannedDate
        : calendar.previousWorkday(meeting.plannedDate).date,
      topic: meeting.topic,
      leader: meeting.leader,
      seats: meeting.seats,
      taken: meeting.signedUp,
      state: held ? 'held' : 'planned',
      minutes: meeting.minutesPublished
        ? `${meeting.attended} 家企业到会，围绕“${meeting.topic}”提意见，会上定了 ${meeting.actions.length} 件事。`
        : null,
      actions: meeting.actions.map(({ text, dept, dueOn, done }) => ({ text, department: dept, dueOn, done })),
    });
    // The enterprise of the demo has not signed up, so that its user can.
    const others = enterprises.filter(({ id }) => id !== 'en-001');
    const first = Number(meeting.id.slice(3)) * 3;
    for (let index = 0; index < meeting.signedUp; index += 1) {
      const enterprise = others[(first + index) % others.length];
      records.tables.sd_forum_sign_up.push({
        id: `${meeting.id}-${enterprise.id}`,
        forumId: meeting.id,
        uscc: enterprise.uscc,
        enterpriseName: enterprise.name,
        attendees: 1,
        question: '',
        state: 'signed-up',
        createdAt: `${addDays(meeting.plannedDate, -10)}T10:${String(10 + index).padStart(2, '0')}:00+08:00`,
      });
    }
  }
}
