/** The zone's settings, from the source data and the wording. */
import { assistance, consent, englishNames } from './chongming-wording.mjs';

const halfDays = { 全天: 'all', 上午: 'morning', 下午: 'afternoon' };

export function configFrom({ serviceDays, departments, specialists, geo }) {
  const people = new Map([...specialists.specialists, ...specialists.staff].map(({ id, name }) => [id, name]));
  const site = geo.serviceSites.find(({ id }) => id === serviceDays.weeklyPlan.siteId);
  const { weeklyPlan, slotTemplate, forumPlan } = serviceDays;
  return {
    version: serviceDays.version,
    zoneName: '崇明开发区',
    site: {
      id: site.id,
      name: site.name,
      address: '崇明区城桥镇（示例地址）',
      longitude: site.coordinates[0],
      latitude: site.coordinates[1],
    },
    helpPhone: '021-5000 0000',
    utcOffset: '+08:00',
    plan: {
      rrule: weeklyPlan.rrule,
      from: '2018-06-06',
      holidayPolicy: weeklyPlan.holidayPolicy,
      exceptions: serviceDays.exceptions
        .filter(({ action }) => action === 'skip')
        .map(({ date, notice }) => ({ date, action: 'skip', notice })),
    },
    slots: { minutes: slotTemplate.minutes, morning: slotTemplate.morning, afternoon: slotTemplate.afternoon },
    booking: {
      maxDaysAhead: weeklyPlan.bookAheadDays.max,
      minDaysAhead: weeklyPlan.bookAheadDays.min,
      releaseTime: '09:00',
      closeTime: '17:00',
      holdMinutes: 5,
      holdExtensions: 1,
      maxDepartmentsPerVisit: 3,
      maxAttachments: 5,
      maxAttachmentMegabytes: 20,
      questionMaxLength: 200,
      alternatives: 3,
    },
    cancelNoticeHours: weeklyPlan.cancelBeforeHours,
    maxMovesPerVisit: 2,
    quotas: {
      activePerTopicPerDay: weeklyPlan.activePerEnterprisePerTopicPerDay,
      activePerEnterprisePerDay: 4,
      activePerEnterprise: 8,
      cancelsPerThirtyDays: 5,
    },
    waitlist: { offerMinutes: 120, maxPerEnterprisePerDay: 2 },
    noShow: {
      limit: weeklyPlan.noShowLimit.count,
      windowDays: 30,
      limitDays: weeklyPlan.noShowLimit.limitDays,
      appealWorkingDays: 5,
      appealAnswerWorkingDays: 5,
      lateCheckInMinutes: 20,
      callsBeforeMiss: 3,
    },
    checkInOpensMinutesBefore: 60,
    followUp: {
      workingDays: 5,
      complexWorkingDays: 15,
      silentConfirmWorkingDays: 5,
      escalateAtTransfers: 2,
      hubDepartment: 'hub',
    },
    rating: { badAtMost: 2, contactWorkingDays: 1, tags: tagsByScore(serviceDays.bookings) },
    forum: {
      rrule: forumPlan.rrule,
      holidayPolicy: forumPlan.holidayPolicy,
      startTime: '14:00',
      endTime: '16:00',
      seats: forumPlan.meetings[0].seats,
      signUpClosesWorkingDays: 1,
    },
    consent,
    assistance,
    departments: serviceDays.desks.map((desk) => {
      const department = departments.departments.find(({ code }) => code === desk.dept);
      return {
        code: department.code,
        name: department.name,
        shortName: department.shortName,
        nameEn: englishNames[department.code],
        scope: department.duties[0],
        deskNo: desk.deskNo,
        capacityPerSlot: desk.capacityPerSlot,
        halfDay: halfDays[desk.defaultHalfDay],
        hosts: [{ id: desk.hostId, name: people.get(desk.hostId) }],
        matters: department.matters.map(({ id, name, promisedWorkingDays, materials }) => ({
          id,
          name,
          promisedWorkingDays,
          materials,
        })),
      };
    }),
    demoNow: '2026-11-23T09:20:00+08:00',
  };
}

/** The tags people used with each score, the usual ones first. */
function tagsByScore(bookings) {
  const tags = {};
  for (const score of [5, 4, 3, 2, 1]) {
    const uses = new Map();
    for (const { rating } of bookings)
      if (rating?.score === score) for (const tag of rating.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
    tags[score] = [...uses].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  }
  return tags;
}
