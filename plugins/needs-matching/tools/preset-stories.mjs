/** What surrounds the needs on the morning the demo starts: an old success, todos, a correction, a subscription, rules of a plan. */

const never = '~';

export function addStories(tables, { config, stories, needs }) {
  const story = (id) => stories.find((one) => one.id === id);
  const growth = story('S13').checks;
  const old = needs.get('nd-049');
  // S13: the farm route of 2022, met and confirmed, with what it brought.
  tables.nm_need.push({
    ...old,
    id: 'nd-s13',
    number: 'XQ-20220318-7K4M2P',
    text: '想请旅行社把有机田做成农耕体验线，再请人教教有机种植。',
    quantity: 40,
    deadline: '2022-05-01',
    state: 'confirmed',
    fulfilment: { note: '旅行社线路开通，农业部门派技术员驻点', at: '2022-04-20T15:00:00+08:00' },
    rating: {
      score: 5,
      tags: ['主动跟进'],
      comment: '菜也卖得好了',
      at: '2022-10-12T09:00:00+08:00',
      supplement: null,
    },
    referredTo: ['culture-tourism', 'agriculture'],
    offers: 0,
    silentOn: never,
    staleOn: never,
    createdAt: '2022-03-18T09:40:00+08:00',
    submittedAt: '2022-03-18T09:40:00+08:00',
    stateSince: '2022-04-27T10:00:00+08:00',
  });
  tables.nm_outcome = [
    outcome(
      'oc-s13-1',
      'nd-s13',
      old.uscc,
      'economic',
      growth.metric,
      '元',
      growth.baselineCny,
      growth.afterCny,
      '开通后一年',
      '乡镇旅游收入台账',
    ),
    outcome(
      'oc-s13-2',
      'nd-s13',
      old.uscc,
      'ecological',
      '有机认证面积',
      '亩',
      800,
      1_200,
      '开通后一年',
      '有机认证证书附表',
    ),
    outcome(
      'oc-s10-1',
      'nd-058',
      needs.get('nd-058').uscc,
      'economic',
      '仓库保费（整改前为100）',
      '',
      100,
      100 - story('S10').checks.premiumSavedPct,
      '整改前后',
      '保险单与安全审查意见',
    ),
  ];
  tables.nm_todo = tables.nm_need.filter(({ unmet }) => unmet !== null).map((need) => unmetTodo(need, config));
  tables.nm_todo.push({
    id: 'td-pain-1',
    source: 'pain-point',
    key: `pain|${needs.get('nd-001').uscc}|nd-003|approval-slow|economy`,
    uscc: needs.get('nd-001').uscc,
    enterpriseName: needs.get('nd-001').enterpriseName,
    needId: 'nd-003',
    painType: 'approval-slow',
    severity: 'high',
    text: '专线增容要等一季度放新容量，请先给一个排队的准信。',
    department: 'economy',
    dueDate: '2026-11-26',
    dueProvisional: false,
    state: 'open',
    transfers: 0,
    note: null,
    by: 'specialist:sp-011',
    createdAt: '2026-11-19T11:20:00+08:00',
  });
  const asks = needs.get('nd-001');
  tables.nm_ticket = [
    {
      id: 'tk-001',
      uscc: asks.uscc,
      enterpriseName: asks.enterpriseName,
      field: 'employees',
      recorded: '286',
      claimed: '312',
      value: 312,
      note: '十月新招了一批，社保还没有全部转入。',
      department: 'hrss',
      state: 'open',
      answer: null,
      activeKey: `${asks.uscc}|employees`,
      createdAt: '2026-11-18T14:05:00+08:00',
    },
  ];
  tables.nm_subscription = [
    {
      id: `${asks.uscc}|pl-storage`,
      uscc: asks.uscc,
      topic: 'pl-storage',
      told: [],
      createdAt: '2026-10-09T09:00:00+08:00',
    },
  ].filter(({ topic }) => config.policies.documents.some(({ id }) => id === topic));
}

const outcome = (id, needId, uscc, kind, metric, unit, baseline, after, period, evidence) => ({
  id,
  needId,
  uscc,
  kind,
  metric,
  unit,
  baseline,
  after,
  period,
  evidence,
  by: 'staff:st-003',
  createdAt: id.startsWith('oc-s13') ? '2023-05-15T10:00:00+08:00' : '2026-11-19T10:00:00+08:00',
});

const unmetTodo = (need, config) => ({
  id: `td-${need.id.slice(3)}`,
  source: 'unmet-need',
  key: `unmet|${need.id}|${need.unmet.answerBy}`,
  uscc: need.uscc,
  enterpriseName: need.enterpriseName,
  needId: need.id,
  painType: need.unmet.reason,
  severity: need.urgency === 'normal' ? 'medium' : 'high',
  text: `${need.number} 未满足（${config.unmetReasons.find(({ id }) => id === need.unmet.reason).name}），请统筹各部门再找一遍并答复企业`,
  department: config.hub,
  dueDate: need.unmet.answerBy,
  dueProvisional: false,
  state: 'open',
  transfers: 0,
  note: null,
  by: 'system',
  createdAt: need.unmet.at,
});
