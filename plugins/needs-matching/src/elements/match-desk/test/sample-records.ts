/** Shared record, plan and tasks of the small zone. */
import type { Plan, Profile, Task } from '../match-types.ts';

const field = (
  name: Profile['fields'][number]['field'],
  label: string,
  value: string | null,
  source: string | null = '市场监管登记',
): Profile['fields'][number] => ({
  field: name,
  label,
  value,
  source,
  department: source === null ? null : 'market-regulation',
  asOf: source === null ? null : '2026-10-31',
  disputed: name === 'employees',
});

export const sampleProfile: Profile = {
  uscc: '91310151MAYF4E010M',
  version: 4,
  name: '瀛绿储能科技（上海）有限公司',
  fields: [
    field('industryCode', '行业', 'C3841 锂离子电池制造'),
    field('scale', '规模', '中型'),
    field('employees', '员工人数', '186 人', '社保缴纳'),
    field('foundedOn', '成立日期', '2019-04-18'),
    field('annualRevenueCny', '年营业收入', null, null),
  ],
  qualifications: [{ type: '高新技术企业', from: '2025-11-20', to: '2028-11-19', valid: true, daysLeft: 1092 }],
  projects: [{ id: 'pj-002', title: '储能系统集成二期', stage: '在建' }],
  forecastOptOut: false,
  updatedAt: '2026-11-16T10:07:00+08:00',
};

export const sampleTasks: readonly Task[] = [
  {
    id: 'policy-window|91310151MAYF4E010M|cl-12|2026-12-10',
    version: 1,
    kind: 'policy-window',
    uscc: '91310151MAYF4E010M',
    enterpriseName: '瀛绿储能科技（上海）有限公司',
    reference: 'cl-12',
    title: '中试平台补贴 12月10日截止申报',
    because: '这家企业符合第 12 条的全部条件，还没有申报；窗口 17 天后关闭。',
    endsOn: '2026-12-10',
    daysLeft: 17,
    department: 'economy',
    specialistId: 'sp-010',
    state: 'proposed',
    note: null,
    createdAt: '2026-11-23T02:00:00+08:00',
    may: { settle: true },
  },
  {
    id: 'trial-end|91310151MAYF5JH349|mt-9|2026-12-04',
    version: 2,
    kind: 'trial-end',
    uscc: '91310151MAYF5JH349',
    enterpriseName: '上海澄岛电力电子有限公司',
    reference: 'mt-9',
    title: '材料中试间免费试用 12月4日结束',
    because: '试用期还有 11 天结束，提前 14 天提醒。',
    endsOn: '2026-12-04',
    daysLeft: 11,
    department: 'economy',
    specialistId: 'sp-010',
    state: 'taken',
    note: null,
    createdAt: '2026-11-20T02:00:00+08:00',
    may: { settle: true },
  },
];

const pair = (
  needId: string,
  number: string,
  enterpriseName: string,
  category: string,
  resourceId: string,
  resourceTitle: string,
  score: number,
  why: string,
  preference = 1,
): Plan['pairs'][number] => ({
  needId,
  number,
  enterpriseName,
  category,
  resourceId,
  resourceTitle,
  quantity: 2,
  unit: '台班',
  score,
  locked: false,
  against: null,
  preference,
  why,
});

/** Without rules 86.5 + 77 + 82; with the test cabin locked for the robots 78.5 + 79 + 82. */
export function samplePlan(rules: Plan['rules']): Plan {
  const isRuled = rules.length > 0;
  const storage = ['nd-002', 'XQ-20261109-ND-002', '瀛绿储能科技（上海）有限公司', 'pilot'] as const;
  const robots = ['nd-017', 'XQ-20261109-ND-017', '上海汀工智能机器人有限公司', 'pilot'] as const;
  const cabin = ['rs-018', '新海储能测试方舱'] as const;
  const ground = ['rs-019', '港沿智能装备联合试验场'] as const;
  const room = ['rs-017', '芦汀孵化器材料中试间'] as const;
  const why = '更想要新海储能测试方舱（79 分），它只剩 4 台班，让给瀛绿储能全区多 7.5 分。';
  const pairs = [
    ...(isRuled
      ? [
          pair(...storage, ...room, 78.5, '新海储能测试方舱锁定给了上海汀工。', 2),
          { ...pair(...robots, ...cabin, 79, ''), locked: true },
        ]
      : [pair(...storage, ...cabin, 86.5, ''), pair(...robots, ...ground, 77, why, 2)]),
    pair('nd-001', 'XQ-20261109-ND-001', storage[2], 'land', 'rs-008', '新海储能产业地块E-01', 82, ''),
  ];
  const total = pairs.reduce((sum, { score }) => sum + score, 0);
  const move = (
    of: readonly string[],
    from: readonly string[],
    to: readonly string[],
    scoreChange: number,
    because: string,
  ) => ({
    needId: of[0] ?? '',
    number: of[1] ?? '',
    from: from[0] ?? null,
    fromTitle: from[1] ?? '',
    to: to[0] ?? null,
    toTitle: to[1] ?? '',
    scoreChange,
    why: because,
  });
  return {
    pairs,
    unassigned: [
      { needId: 'nd-003', number: 'XQ-20261109-ND-003', category: 'energy', reason: 'nothing-passes' },
      { needId: 'nd-028', number: 'XQ-20261109-ND-028', category: 'pilot', reason: 'taken' },
    ],
    total,
    totalWithoutRules: 245.5,
    bound: total,
    proven: true,
    moved: isRuled
      ? [
          move(storage, cabin, room, -8, '方舱的台班锁定给了上海汀工。'),
          move(robots, ground, cabin, 2, '按锁定得到方舱。'),
        ]
      : [],
    prices: [{ resourceId: 'rs-018', title: cabin[1], price: 12.5 }],
    rules,
    asOf: '2026-11-23T09:18:00+08:00',
  };
}
