/** The needs of one enterprise in every state, in its own words. */
import type { Match, Need } from '../../proposal/proposal-types.ts';
import { samplePartsOf } from './sample-zone.ts';

export const uscc = '91310151MA1JY00023';
export const enterpriseName = '上海瀛东储能科技有限公司';

export function sampleNeed(id: string, category: string, text: string, more: Partial<Need> = {}): Need {
  return {
    id,
    version: 1,
    number: `XQ-20261119-${id.toUpperCase().replace('-', '')}`,
    uscc,
    enterpriseName,
    projectId: null,
    category,
    text,
    quantity: 2000,
    unit: '平方米',
    deadline: '2026-12-15',
    urgency: 'high',
    townCode: '310151110',
    tags: ['储能'],
    subjects: ['电池'],
    features: [],
    specs: [],
    confidentiality: 'internal',
    personal: null,
    consentVersion: null,
    channel: '网页',
    state: 'matching',
    specialist: { id: 'sp-010', name: '顾岚' },
    unmet: null,
    fulfilment: null,
    rating: null,
    matches: [],
    stale: false,
    staleAskedOn: null,
    masked: false,
    submittedAt: '2026-11-19T10:02:00+08:00',
    stateSince: '2026-11-20T09:00:00+08:00',
    createdAt: '2026-11-19T09:58:00+08:00',
    ...more,
    may: {
      edit: false,
      submit: false,
      withdraw: true,
      confirm: false,
      rate: false,
      supplement: false,
      assign: false,
      start: false,
      offer: false,
      fulfil: false,
      leaveUnmet: false,
      reopen: false,
      ...more.may,
    },
  };
}

export function sampleMatch(needId: string, resourceId: string, title: string, more: Partial<Match> = {}): Match {
  return {
    id: `mt-${needId}-${resourceId}`,
    version: 1,
    needId,
    resourceId,
    resourceTitle: title,
    resourceType: 'pilot',
    provider: 'yingdong',
    state: 'held',
    quantity: 2000,
    unit: '平方米',
    score: 87,
    of: 100,
    parts: samplePartsOf([36, 18, 15, 10, 8]).map(({ name, points, weight }) => ({ name, points, weight })),
    against: null,
    message: '12月1日可以看场，免费试用三个月，请带安全方案。',
    bundleId: null,
    holdExpiresAt: '2026-11-30T17:00:00+08:00',
    stateReason: null,
    trial: null,
    may: { accept: true, decline: true, release: false, fulfil: false },
    createdAt: '2026-11-23T09:00:00+08:00',
    ...more,
  };
}

const may = (more: Partial<Need['may']>): Need['may'] => more as Need['may'];

export const sampleNeeds: readonly Need[] = [
  sampleNeed('nd-002', 'pilot', '储能电芯中试线，需要 2,000 平方米以上场地，12月15日前进场，希望有免费试用期。', {
    state: 'offered',
    matches: [
      sampleMatch('nd-002', 'rs-018', '瀛东科创孵化器 B 座 302 中试场地'),
      sampleMatch('nd-002', 'rs-019', '长兴岛装备中试基地 2 号车间', {
        provider: 'economy',
        score: 77,
        parts: samplePartsOf([32, 20, 12, 6, 7]).map(({ name, points, weight }) => ({ name, points, weight })),
        message: '',
        holdExpiresAt: '2026-11-24T17:00:00+08:00',
      }),
    ],
  }),
  sampleNeed('nd-001', 'land', '二期还要六十亩上下，最好跟一期挨着，半挂车进得来。征拆没完的、没通电的先不用推过来。', {
    quantity: 60,
    unit: '亩',
    deadline: '2027-03-31',
    urgency: 'normal',
    state: 'matching',
    stale: true,
    staleAskedOn: '2026-11-20',
    may: may({ edit: true }),
  }),
  sampleNeed('nd-004', 'loan', '电芯线设备款八百万，想先看生态贷，抵押物是一期厂房。', {
    quantity: 800,
    unit: '万元',
    state: 'fulfilled',
    fulfilment: { note: '农行已放款 800 万元，年化 2.85%。', at: '2026-11-20T15:00:00+08:00' },
    matches: [
      sampleMatch('nd-004', 'rs-040', '农行崇明支行生态贷', {
        resourceType: 'loan',
        provider: 'finance',
        state: 'fulfilled',
        quantity: 800,
        unit: '万元',
        holdExpiresAt: null,
        may: { accept: false, decline: false, release: false, fulfil: false },
      }),
    ],
    may: may({ confirm: true, withdraw: false }),
  }),
  sampleNeed('nd-005', 'housing', '招来九个硬件工程师，都是外地的，住宿解决不了年后就得散。', {
    quantity: 9,
    unit: '间',
    state: 'confirmed',
    may: may({ rate: true, withdraw: false }),
  }),
  sampleNeed('nd-007', 'supply-chain', '每月 40 吨电解铜箔，最好岛内有，跨海运费吃掉利润。', {
    quantity: 40,
    unit: '吨',
    attachments: [{ name: '铜箔规格书.pdf', size: 218_000, type: 'application/pdf' }],
    state: 'unmet',
    unmet: {
      reason: 'no-stock',
      note: '岛内没有铜箔厂，正在问市里的产业链平台。',
      answerBy: '2026-11-25',
      at: '2026-11-20T10:00:00+08:00',
    },
    may: may({ edit: true }),
  }),
  sampleNeed('nd-008', 'school', '', {
    quantity: null,
    unit: '',
    urgency: 'normal',
    confidentiality: 'sensitive',
    personal: { kind: 'school', places: [{ band: 'primary', count: 1 }] },
    state: 'draft',
    specialist: null,
    submittedAt: null,
    may: may({ edit: true, submit: true }),
  }),
];
