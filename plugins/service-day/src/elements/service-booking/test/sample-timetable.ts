/** A small zone for the tests of the booking element: seven departments, one Wednesday with every kind of slot. */
import type { Day, Department, Settings, Slot } from '../booking-types.ts';

/** Monday 2026-11-23, 9:20 in Shanghai. */
export const sampleNow = Date.parse('2026-11-23T09:20:00+08:00');
export const openDate = '2026-11-25';
export const laterDate = '2026-12-02';

const matter = (id: string, name: string, materials: [string, boolean][] = []) => ({
  id,
  name,
  promisedWorkingDays: 8,
  materials: materials.map(([material, deferrable]) => ({ name: material, deferrable })),
});
const department = (code: string, shortName: string, nameEn: string, scope: string, deskNo: string): Department => ({
  code,
  name: shortName,
  shortName,
  nameEn,
  scope,
  deskNo,
  matters: [
    matter(`${code}-01`, `${shortName}事项咨询`, [
      ['申请表', false],
      ['情况说明', false],
      ['论证分析', true],
    ]),
    matter(`${code}-02`, '材料预审'),
  ],
});

export const sampleDepartments: readonly Department[] = [
  department('hub', '招商中心', 'Investment Service Centre', '综合受理、项目对接', '01号'),
  department('planning', '规划资源局', 'Planning and Natural Resources', '用地、规划条件、容积率', '02号'),
  department('ecology', '生态环境局', 'Ecology and Environment', '环评、排污、生态红线', '03号'),
  department('hrss', '人社局', 'Human Resources', '人才认定、用工补贴', '05号'),
  department('taxation', '税务局', 'Taxation', '税收优惠、出口退税', '06号'),
  department('commerce', '商务委', 'Commerce', '外资变更、进出口', '07号'),
  department('emergency', '应急局', 'Emergency Management', '消防备案、危化许可', '08号'),
];

export const starts = [
  '09:00',
  '09:30',
  '10:00',
  '10:30',
  '11:00',
  '13:30',
  '14:00',
  '14:30',
  '15:00',
  '15:30',
  '16:00',
];
export const endOfSlot = (start: string): string => {
  const at = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + 30;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** Seats left by slot in the order of `starts`; -1 is closed. Capacity is 2 everywhere. */
export const sampleSeats: Readonly<Record<string, readonly number[]>> = {
  hub: [2, 2, 1, 0, 1, 2, 0, 0, 1, 0, 0],
  planning: [0, 2, 2, 1, -1, 2, 2, 0, 2, 1, -1],
  ecology: [0, 0, 1, 2, -1, 0, 1, 0, 2, -1, -1],
  hrss: [2, 0, 0, 2, 2, 2, -1, 2, 1, -1, -1],
  taxation: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  commerce: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  emergency: [],
};

export const sampleSlots = (seats: readonly number[]): Slot[] =>
  seats.map((remaining, index) => {
    const start = starts[index] as string;
    const state = remaining < 0 ? 'closed' : remaining === 0 ? 'full' : 'open';
    return { start, end: endOfSlot(start), capacity: 2, remaining: Math.max(0, remaining), state };
  });

const day = (date: string, state: Day['state'], more: Partial<Day> = {}): Day => ({
  date,
  plannedDate: date,
  state,
  reason: '',
  extra: false,
  provisional: false,
  releasesAt: `${date}T09:00:00+08:00`,
  closesAt: `${date}T17:00:00+08:00`,
  remaining: 23,
  capacity: 140,
  ...more,
});

export const sampleDays: readonly Day[] = [
  day('2026-11-18', 'past', { remaining: 0 }),
  day(openDate, 'open', { closesAt: '2026-11-24T17:00:00+08:00' }),
  day(laterDate, 'open', { remaining: 41, closesAt: '2026-12-01T17:00:00+08:00' }),
  day('2026-12-09', 'not-released', { releasesAt: '2026-11-25T09:00:00+08:00' }),
  day('2026-12-16', 'cancelled', { reason: '场地维护' }),
];

export const sampleSettings: Settings = {
  zoneName: '崇明开发区',
  siteName: '企业服务中心一楼大厅',
  siteAddress: '陈家镇揽海路',
  helpPhone: '021-5000 0000',
  hours: [
    { start: '09:00', end: '11:30' },
    { start: '13:30', end: '16:30' },
  ],
  slotMinutes: 30,
  closeTime: '17:00',
  holdMinutes: 5,
  maxDepartmentsPerVisit: 4,
  maxAttachments: 5,
  maxAttachmentMegabytes: 20,
  questionMaxLength: 200,
  cancelNoticeHours: 2,
  waitlistOfferMinutes: 120,
  noShowLimit: 2,
  noShowWindowDays: 30,
  noShowLimitDays: 30,
  callsBeforeMiss: 3,
  lateCheckInMinutes: 20,
  appealWorkingDays: 5,
  appealAnswerWorkingDays: 5,
  followUpWorkingDays: 5,
  complexFollowUpWorkingDays: 15,
  silentConfirmWorkingDays: 5,
  consent: {
    version: '告知书 2026年9月版',
    handler: '崇明开发区招商服务中心',
    purpose: '安排预约、核对到场、答复本次事项',
    kinds: '经办人姓名、手机号码',
    retention: '办结后 1 年，到期删除',
    rights: '可随时在“我的预约”查看、更正、撤回',
  },
  assistance: [
    { id: 'wheelchair', name: '轮椅通道', nameEn: 'Wheelchair access' },
    { id: 'sign', name: '手语翻译', nameEn: 'Sign language' },
    { id: 'large-print', name: '大字材料', nameEn: 'Large print' },
  ],
  ratingTags: {
    '1': ['答复不一致'],
    '2': ['反复补件'],
    '3': ['等候稍久'],
    '4': ['有耐心'],
    '5': ['一次办成', '态度好'],
  },
};
