/** A backend in memory that answers what an enterprise and a visitor ask of matching; a test changes its records or its answers. */
import { ZsError } from '@zhaoshang/kernel';
import type {
  Adapter,
  EventEnvelope,
  InputOf,
  LiveState,
  OperationRequest,
  OutputOf,
  Session,
} from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { Match, Need, PolicyMatches, Proposals } from '../../proposal/proposal-types.ts';
import { nothingFits, sampleProposals } from './sample-matches.ts';
import { enterpriseName, sampleNeeds, uscc } from './sample-needs.ts';
import { samplePolicies } from './sample-policies.ts';
import { asOf, sampleCatalogue, sampleNow, sampleResource } from './sample-zone.ts';

type Operations = NeedsMatchingContract['operations'];
type Name = keyof Operations;
type Outputs = { [Each in Name]: OutputOf<Operations[Each]> };
/** What arrives: identifiers are checked from anything, and are text then. */
type Checked<Input> = { [Key in keyof Input]: unknown extends Input[Key] ? string : Input[Key] };
type Answers = {
  readonly [Each in Name]?: (input: Checked<InputOf<Operations[Each]>>, request: OperationRequest) => Outputs[Each];
};

export const enterprisePerson: Session = {
  subject: 's-enterprise',
  displayName: enterpriseName,
  roles: ['enterprise'],
  zone: 'default',
  enterprise: { uscc, name: enterpriseName },
};

export const samplePairing: Outputs['pairings']['items'][number] = {
  id: 'pg-1',
  version: 1,
  needId: 'nd-007',
  side: 'asking',
  about: '一家在陈家镇的企业，每月可供电解铜箔约 30 吨。',
  state: 'asked',
  ownConsentAt: null,
  otherConsented: false,
  peerName: '',
  peerUscc: '',
  createdAt: '2026-11-22T10:00:00+08:00',
  may: { answer: true },
};

const notice = (
  id: string,
  kind: Outputs['myNotices']['items'][number]['kind'],
  needId: string | null,
  text: string,
  readAt: string | null = null,
): Outputs['myNotices']['items'][number] => ({
  id,
  kind,
  needId,
  reference: null,
  text,
  createdAt: '2026-11-23T09:00:00+08:00',
  readAt,
});

export class FakeMatching implements Adapter {
  readonly name = `fake-${Math.random().toString(36).slice(2)}`;
  readonly capabilities = { live: 'push', offline: false } as const;
  readonly requests: OperationRequest[] = [];
  who: Session | null = enterprisePerson;
  needs: Need[] = sampleNeeds.map((need) => ({ ...need }));
  proposals: Proposals = sampleProposals;
  policies: PolicyMatches = samplePolicies;
  pairings = [samplePairing];
  notices = [
    notice(
      'nt-1',
      'offered',
      'nd-002',
      '顾岚专员为您推荐了瀛东科创孵化器 B 座 302 中试场地，请在11月30日（星期一）17:00 前答复。',
    ),
    notice('nt-2', 'assigned', 'nd-001', '您的需求由顾岚专员负责。', '2026-11-20T10:00:00+08:00'),
  ];
  tickets: Outputs['tickets']['items'] = [];
  /** An answer of the test's own, by operation; what it throws is the refusal. */
  override: { [operation: string]: (input: never, request: OperationRequest) => unknown } = {};
  private listener: ((event: EventEnvelope) => void) | undefined;
  private tellState: ((state: LiveState) => void) | undefined;
  private readonly done = new Map<string, unknown>();

  async call(request: OperationRequest): Promise<{ output: unknown; events: EventEnvelope[] }> {
    this.requests.push(request);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const key = request.idempotencyKey;
    if (key !== undefined && this.done.has(key)) return { output: this.done.get(key), events: [] };
    const answer = (this.override[request.operation] ?? this.answers[request.operation as Name]) as
      ((input: unknown, request: OperationRequest) => unknown) | undefined;
    if (answer === undefined) throw new Error(`the fake has no answer for ${request.operation}`);
    if (request.kind === 'command' && this.who === null)
      throw new ZsError('unauthenticated', 'session-required', '请先登录，已填写的内容会保留。');
    const output: unknown = JSON.parse(JSON.stringify(await answer(request.input, request)));
    if (key !== undefined) this.done.set(key, output);
    return { output, events: [] };
  }

  async session(): Promise<Session | null> {
    return this.who;
  }

  subscribe(listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void): () => void {
    this.listener = listener;
    this.tellState = onState;
    onState?.('live');
    return () => {
      this.listener = undefined;
    };
  }

  /** As if somebody else had committed it. */
  push(name: string, payload: unknown): void {
    this.listener?.({ id: `e-${Math.random()}`, name, payload, at: new Date(sampleNow).toISOString() });
  }

  live(state: LiveState): void {
    this.tellState?.(state);
  }

  asked(operation: Name): OperationRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }

  need(id: string): Need {
    const found = this.needs.find((need) => need.id === id);
    if (found === undefined) throw new ZsError('not-found', 'not-found', '没有找到这条记录，可能已被删除。');
    return found;
  }

  change(id: string, change: Partial<Need>): Need {
    const before = this.need(id);
    const after = { ...before, version: before.version + 1, ...change };
    this.needs = this.needs.map((need) => (need.id === id ? after : need));
    return after;
  }

  private settleMatch(
    matchId: string,
    settled: Match['state'],
    state: Need['state'],
    reason: string | null = null,
  ): Need {
    const owner = this.needs.find(({ matches }) => matches.some(({ id }) => id === matchId));
    if (owner === undefined) throw new ZsError('not-found', 'not-found', '没有找到这条记录，可能已被删除。');
    const may = { accept: false, decline: false, release: false, fulfil: false };
    const matches = owner.matches.map((match): Match => {
      if (match.id === matchId) return { ...match, state: settled, stateReason: reason, holdExpiresAt: null, may };
      return settled === 'accepted' && match.state === 'held'
        ? { ...match, state: 'released', holdExpiresAt: null, may }
        : match;
    });
    const held = matches.some((match) => match.state === 'held');
    return this.change(owner.id, { matches, state: held ? 'offered' : state });
  }

  private readonly answers: Answers = {
    catalogue: () => sampleCatalogue,
    myNeeds: () => ({ items: this.needs, nextCursor: null }),
    need: ({ needId }) => this.need(needId),
    myNotices: () => ({ items: this.notices, nextCursor: null }),
    markNoticesRead: ({ noticeIds }) => {
      this.notices = this.notices.map((each) => (noticeIds.includes(each.id) ? { ...each, readAt: asOf } : each));
      return { read: noticeIds.length };
    },
    proposals: ({ needId }) => (needId === 'nd-007' ? nothingFits : { ...this.proposals, needId }),
    previewMatches: ({ text = '' }) => (text.includes('铜箔') ? nothingFits : { ...this.proposals, needId: null }),
    policyMatches: () => this.policies,
    pairings: () => ({ items: this.pairings, nextCursor: null }),
    answerPairing: ({ pairingId, agreed }) => {
      this.pairings = this.pairings.map((each) =>
        each.id === pairingId
          ? {
              ...each,
              state: agreed ? each.state : 'refused',
              ownConsentAt: agreed ? asOf : null,
              may: { answer: false },
            }
          : each,
      );
      return this.pairings[0] ?? samplePairing;
    },
    submitNeed: ({ needId }) =>
      this.change(needId, { state: 'submitted', may: { ...this.need(needId).may, submit: false } }),
    keepNeed: ({ needId }) => this.change(needId, { stale: false, staleAskedOn: null }),
    withdrawNeed: ({ needId }) =>
      this.change(needId, { state: 'withdrawn', may: { ...this.need(needId).may, withdraw: false, edit: false } }),
    acceptMatch: ({ matchId }) => this.settleMatch(matchId, 'accepted', 'accepted'),
    declineMatch: ({ matchId, reason }) => this.settleMatch(matchId, 'declined', 'matching', reason),
    confirmNeed: ({ needId, fulfilled }) =>
      this.change(needId, {
        state: fulfilled ? 'confirmed' : 'accepted',
        may: { ...this.need(needId).may, confirm: false, rate: fulfilled },
      }),
    rateNeed: ({ needId, score, tags, comment }) =>
      this.change(needId, {
        rating: { score, tags: tags.map(String), comment, at: asOf, supplement: null },
        may: { ...this.need(needId).may, rate: false, supplement: true },
      }),
    supplementNeedRating: ({ needId, comment }) => {
      const { rating } = this.need(needId);
      if (rating === null) throw new ZsError('conflict', 'wrong-state', '还没有评价，不能追评。');
      return this.change(needId, {
        rating: { ...rating, supplement: { comment, at: asOf } },
        may: { ...this.need(needId).may, supplement: false },
      });
    },
    benefits: () => ({
      enterpriseName,
      uscc,
      policies: this.policies.items.filter(({ verdict }) => verdict === 'yes'),
      toVerify: this.policies.items.filter(({ verdict }) => verdict === 'unknown'),
      land: [
        sampleResource('rs-003', '中兴生物医药园 B-11', {
          type: 'land',
          provider: 'planning',
          unit: '宗',
          capacity: 1,
          available: 1,
          price: '每亩约 92 万元起',
          description: '41 亩，污水管接驳口离地块红线六十米',
          tags: ['储能'],
        }),
      ],
      services: [
        sampleResource('rs-060', '高企认定一对一辅导', {
          type: 'housing',
          unit: '家',
          capacity: 20,
          available: 12,
          price: '免费',
          description: '材料预审、专利布局、财务归集',
          tags: [],
        }),
        sampleResource('rs-031', '陈家镇人才公寓', {
          type: 'housing',
          provider: 'hrss',
          unit: '间',
          capacity: 40,
          available: 16,
          price: '每月 1,600 元起',
          description: '步行八分钟到地铁站',
          tags: [],
        }),
      ],
      chain: [
        { industryClass: 'C', tag: '储能', enterprises: 14 },
        { industryClass: 'M', tag: '储能', enterprises: 6 },
      ],
      needs: this.needs.slice(0, 2),
      asOf,
    }),
    profile: () => ({
      uscc,
      version: 3,
      name: enterpriseName,
      fields: [
        {
          field: 'industryCode',
          label: '国民经济行业代码',
          value: 'C3841 锂离子电池制造',
          source: '市场监管登记',
          department: 'economy',
          asOf: '2026-10-08',
          disputed: false,
        },
        {
          field: 'employees',
          label: '从业人数',
          value: '168',
          source: '社保缴纳',
          department: 'hrss',
          asOf: '2026-10-31',
          disputed: false,
        },
        {
          field: 'rdRatioPct',
          label: '研发投入占比（%）',
          value: null,
          source: null,
          department: null,
          asOf: null,
          disputed: false,
        },
      ],
      qualifications: [{ type: '高新技术企业', from: '2025-12-01', to: '2028-11-30', valid: true, daysLeft: 738 }],
      projects: [],
      forecastOptOut: false,
      updatedAt: asOf,
    }),
    tickets: () => ({ items: this.tickets, nextCursor: null }),
    correctProfile: ({ field, value, note }) => {
      const ticket: Outputs['correctProfile'] = {
        id: 'tk-1',
        version: 1,
        uscc,
        enterpriseName,
        field,
        label: field,
        recorded: '',
        claimed: `${String(value)}`,
        note,
        department: 'economy',
        state: 'open',
        answer: null,
        createdAt: asOf,
        may: { settle: false },
      };
      this.tickets = [ticket];
      return ticket;
    },
    mySubscriptions: () => ({
      items: this.policies.items
        .filter(({ subscribed }) => subscribed)
        .map(({ clauseId, title }) => ({ topic: clauseId, title, createdAt: asOf })),
    }),
    subscribePolicy: ({ topic }) => this.setSubscribed(topic, true),
    unsubscribePolicy: ({ topic }) => this.setSubscribed(topic, false),
  };

  private setSubscribed(topic: string, active: boolean): { topic: string; active: boolean } {
    const items = this.policies.items.map((each) => (each.clauseId === topic ? { ...each, subscribed: active } : each));
    this.policies = { ...this.policies, items };
    return { topic, active };
  }
}
