/** Records of an enterprise for the tests of 我的预约. */
import type { FollowUp, Notice, WaitingEntry } from '../booking-types.ts';
import { openDate } from '../test/sample-timetable.ts';

export const repliedFollowUp: FollowUp = {
  id: 'fu-1',
  version: 3,
  receipt: 'SD-F-0001',
  source: 'unresolved',
  bookingId: null,
  enterpriseName: '上海瀛东储能科技有限公司',
  department: 'planning',
  owner: '陆工',
  summary: '容积率能否由 1.5 调到 1.8',
  dueDate: '2026-11-30',
  dueProvisional: false,
  overdue: false,
  state: 'replied',
  reply: '可以，按城市更新办理。',
  transfers: 0,
  escalated: false,
  createdAt: '2026-11-18T10:00:00+08:00',
};

/** Kept for two hours from the time of the tests. */
export const offer: WaitingEntry = {
  id: 'wl-9',
  version: 2,
  date: openDate,
  department: 'taxation',
  start: 'any',
  topic: '出口退税',
  state: 'offered',
  position: null,
  offeredStart: '14:30',
  offerExpiresAt: '2026-11-23T11:20:00+08:00',
  createdAt: '2026-11-20T09:00:00+08:00',
};
export const unread: Notice = {
  id: 'no-1',
  kind: 'offer',
  date: openDate,
  department: 'taxation',
  visitId: null,
  reference: 'wl-9',
  text: '税务局有名额了',
  textLocale: 'zh-CN',
  createdAt: '2026-11-23T09:10:00+08:00',
  read: false,
};
