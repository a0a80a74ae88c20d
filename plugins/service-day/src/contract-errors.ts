/** What the service day can refuse, each with a stable code and a sentence that says what to do. */
import type { ErrorSpec } from '@zhaoshang/kernel';
import { isoDate, isoInstant, wallTime, z } from '@zhaoshang/kernel/schema.ts';
import { alternative } from './views.ts';

const withAlternatives = z.object({
  department: z.string(),
  start: wallTime,
  alternatives: z.array(alternative),
});

export const serviceDayErrors = {
  'slot-full': {
    kind: 'conflict',
    message: {
      'zh-CN': '这个时段刚刚约满了。请选下面的空闲时段，或者加入候补。',
      en: 'This slot has just been taken. Choose one of the free times below, or join the waiting list.',
    },
    data: withAlternatives,
  },
  'slot-closed': {
    kind: 'closed',
    message: {
      'zh-CN': '这个部门这个时段不开放，请换一个时段。',
      en: 'This department is not available at this time. Choose another slot.',
    },
    data: withAlternatives,
  },
  'day-not-open': {
    kind: 'closed',
    message: {
      'zh-CN': '这一天还没有放号，放号时间是 {opensAtText}。',
      en: 'Booking for this date opens on {opensAtTextEn}.',
    },
    data: z.object({ opensAt: isoInstant, opensAtText: z.string(), opensAtTextEn: z.string() }),
  },
  'day-closed': {
    kind: 'closed',
    message: {
      'zh-CN': '这一天的预约已经截止。请改约下一个服务日，急事请直接到现场取号。',
      en: 'Booking for this date has closed. Choose the next service day, or come and take a number.',
    },
  },
  'day-cancelled': {
    kind: 'closed',
    message: { 'zh-CN': '这一天不办服务日：{reason}', en: 'There is no service day on this date: {reason}' },
    data: z.object({ reason: z.string() }),
  },
  'no-such-day': {
    kind: 'not-found',
    message: {
      'zh-CN': '这一天没有服务日，请从日期列表里选。',
      en: 'There is no service day on this date; choose one from the list.',
    },
  },
  'no-such-department': {
    kind: 'not-found',
    message: { 'zh-CN': '没有这个部门，请从列表里选。', en: 'There is no such department; choose one from the list.' },
  },
  'no-such-matter': {
    kind: 'invalid',
    message: {
      'zh-CN': '这个部门不办这个事项，请重新选择事项。',
      en: 'This department does not handle this matter; choose another.',
    },
  },
  'times-overlap': {
    kind: 'conflict',
    message: {
      'zh-CN': '两个部门选在了同一时间，请错开时段。',
      en: 'Two departments were chosen at the same time; choose different times.',
    },
  },
  'too-many-departments': {
    kind: 'quota',
    message: { 'zh-CN': '一次最多约 {maximum} 个部门。', en: 'One visit takes in at most {maximum} departments.' },
    data: z.object({ maximum: z.number() }),
  },
  'already-booked': {
    kind: 'conflict',
    message: {
      'zh-CN': '贵企业这一天已经约过这个事项，可以在“我的预约”里改期。',
      en: 'Your enterprise has already booked this matter on this date; you can move it under My bookings.',
    },
  },
  'time-taken': {
    kind: 'conflict',
    message: {
      'zh-CN': '贵企业这个时间已有另一个预约，请换一个时段。',
      en: 'Your enterprise has another booking at this time; choose another slot.',
    },
  },
  'quota-reached': {
    kind: 'quota',
    message: {
      'zh-CN': '贵企业的有效预约已达上限（{maximum} 个），请先办完或取消其中一个。',
      en: 'Your enterprise has reached its limit of {maximum} bookings; finish or cancel one first.',
    },
    data: z.object({ maximum: z.number(), quota: z.string() }),
  },
  'cancelled-too-often': {
    kind: 'quota',
    message: {
      'zh-CN': '近 30 天已取消 {maximum} 次，{until}起可以再约。急事请到现场取号。',
      en: 'You cancelled {maximum} times within 30 days; you can book again from {untilEn}, or come and take a number.',
    },
    data: z.object({ maximum: z.number(), until: z.string(), untilEn: z.string() }),
  },
  'booking-limited': {
    kind: 'quota',
    message: {
      'zh-CN': '因多次未到场，{limitedUntilText}前暂不能网上预约，可到现场取号，也可以申诉。',
      en: 'After missed appointments, online booking is limited until {limitedUntilTextEn}. You can take a number on site, or appeal.',
    },
    data: z.object({ limitedUntil: isoDate, limitedUntilText: z.string(), limitedUntilTextEn: z.string() }),
  },
  'hold-expired': {
    kind: 'closed',
    message: {
      'zh-CN': '为您保留的时段已过期，请重新选择。填写的内容还在。',
      en: 'The time kept for you has expired; choose again. Your entries are still there.',
    },
  },
  'hold-not-extendable': {
    kind: 'quota',
    message: {
      'zh-CN': '保留时间不能再延长，请尽快提交。',
      en: 'The time cannot be extended again; please submit soon.',
    },
  },
  'consent-outdated': {
    kind: 'invalid',
    message: {
      'zh-CN': '个人信息告知书已更新，请重新阅读并同意。',
      en: 'The privacy notice has changed; read it and agree again.',
    },
    data: z.object({ version: z.string() }),
  },
  'notice-too-short': {
    kind: 'closed',
    message: {
      'zh-CN': '离开始不足 {hours} 小时，不能网上改期或取消，请打电话告诉我们。',
      en: 'Less than {hours} hours are left; it can no longer be changed online. Please call us.',
    },
    data: z.object({ hours: z.number() }),
  },
  'too-many-moves': {
    kind: 'quota',
    message: {
      'zh-CN': '这个预约已经改期 {maximum} 次，不能再改。',
      en: 'This visit was moved {maximum} times already.',
    },
    data: z.object({ maximum: z.number() }),
  },
  'wrong-state': {
    kind: 'conflict',
    message: {
      'zh-CN': '现在的状态不能做这一步，请刷新看最新情况。',
      en: 'This step is not possible in the present state. Refresh to see the latest.',
    },
    data: z.object({ state: z.string(), act: z.string() }),
  },
  'seats-left': {
    kind: 'conflict',
    message: {
      'zh-CN': '这个时段还有空位，可以直接预约，不用候补。',
      en: 'There are seats left; book directly instead of waiting.',
    },
    data: withAlternatives,
  },
  'already-waiting': {
    kind: 'conflict',
    message: { 'zh-CN': '您已经在这个部门的候补名单里。', en: 'You are already on this waiting list.' },
  },
  'offer-expired': {
    kind: 'closed',
    message: {
      'zh-CN': '候补名额的保留时间已过，已经顺延给下一位。',
      en: 'The offer has expired and went to the next in line.',
    },
  },
  'code-unknown': {
    kind: 'not-found',
    message: {
      'zh-CN': '没有这个签到码，请核对票据上的 6 位码。',
      en: 'There is no such check-in code; compare the six characters on the ticket.',
    },
  },
  'too-early': {
    kind: 'closed',
    message: {
      'zh-CN': '还没到时间，{opensAtText}起可以办这一步。',
      en: 'It is too early; this step is possible from {opensAtTextEn}.',
    },
    data: z.object({ opensAtText: z.string(), opensAtTextEn: z.string() }),
  },
  'nobody-waiting': {
    kind: 'conflict',
    message: { 'zh-CN': '没有已签到的企业在等。', en: 'Nobody who has checked in is waiting.' },
  },
  'call-first': {
    kind: 'conflict',
    message: { 'zh-CN': '叫号满 {calls} 次才能记为未到场。', en: 'Call {calls} times before marking a no-show.' },
    data: z.object({ calls: z.number() }),
  },
  'too-late-to-check-in': {
    kind: 'closed',
    message: {
      'zh-CN': '已超过补签到时限（{minutes} 分钟），请企业现场取号。',
      en: 'The {minutes} minutes for a late check-in are over; take a walk-in number.',
    },
    data: z.object({ minutes: z.number() }),
  },
  'reply-required': {
    kind: 'invalid',
    message: { 'zh-CN': '请写明答复要点：结论、依据、下一步。', en: 'Write the reply: conclusion, basis, next step.' },
  },
  'already-rated': {
    kind: 'conflict',
    message: {
      'zh-CN': '这件事已经评价过。可以追评一次。',
      en: 'This matter has been rated already; one supplement is possible.',
    },
  },
  'appeal-too-late': {
    kind: 'closed',
    message: {
      'zh-CN': '申诉期限已过（{workingDays} 个工作日）。',
      en: 'The time for an appeal ({workingDays} working days) is over.',
    },
    data: z.object({ workingDays: z.number() }),
  },
  'affected-changed': {
    kind: 'stale',
    message: {
      'zh-CN': '受影响的预约刚有变化，请重新查看名单后再确认。',
      en: 'The bookings affected have just changed; look at the list again and confirm.',
    },
    data: z.object({ affected: z.number() }),
  },
  'notice-required': {
    kind: 'invalid',
    message: {
      'zh-CN': '有企业受影响，请写明给企业的通知。',
      en: 'Enterprises are affected; write the notice to them.',
    },
  },
  'forum-full': {
    kind: 'conflict',
    message: {
      'zh-CN': '座谈会名额已满，可以先提交书面意见。',
      en: 'The forum is full; you can send your comments in writing.',
    },
  },
  'sign-up-closed': {
    kind: 'closed',
    message: { 'zh-CN': '座谈会报名已截止。', en: 'Sign-up for the forum has closed.' },
  },
} as const satisfies Readonly<Record<string, ErrorSpec>>;
