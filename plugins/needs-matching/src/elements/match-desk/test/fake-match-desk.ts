/** A matching desk in memory: the operations the element uses, with the states and refusals of the contract. */
import { ZsError } from '@zhaoshang/kernel';
import type { Adapter, EventEnvelope, LiveState, OperationRequest, Session } from '@zhaoshang/kernel';
import type { Bundle, Match, Need, Pairing, Plan, Proposals, Task } from '../match-types.ts';
import { samplePlan, sampleProfile, sampleTasks } from './sample-records.ts';
import { sampleProposals } from './sample-proposals.ts';
import { needRows } from './sample-needs.ts';
import { sampleCatalogue } from './sample-zone.ts';

/** Monday 2026-11-23, 9:20 in Shanghai. */
export const deskNow = Date.parse('2026-11-23T09:20:00+08:00');

export const specialistPerson: Session = {
  subject: 's-specialist',
  displayName: '柏若溪',
  roles: ['specialist'],
  zone: 'default',
  department: 'economy',
};

const at = '2026-11-23T09:20:00+08:00';
const ownId = 'sp-010';
const none = { edit: false, submit: false, withdraw: false, confirm: false, rate: false, supplement: false };

/** One code per enterprise, in the shape of GB 32100-2015. */
const usccOf = (name: string): string =>
  `91310151MA1${[...name].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 9_999_991, 7)}`.padEnd(18, '3');

export function needRow(row: readonly (string | number | null)[], more: Partial<Need> = {}): Need {
  const [id, enterpriseName, category, text, quantity, unit, deadline, urgency, specialist, state] = row as string[];
  const found = sampleCatalogue.specialists.find((each) => each.id === specialist);
  return {
    id: id as string,
    version: 1,
    number: `XQ-20261109-${(id as string).toUpperCase()}`,
    uscc: usccOf(enterpriseName as string),
    enterpriseName: enterpriseName as string,
    projectId: null,
    category: category as string,
    text: text as string,
    quantity: quantity as unknown as number | null,
    unit: unit as string,
    deadline: deadline as string,
    urgency: urgency as Need['urgency'],
    townCode: '310151114',
    tags: ['新能源'],
    subjects: [],
    features: [],
    specs: [],
    confidentiality: 'internal',
    personal: null,
    consentVersion: null,
    channel: '网页',
    state: state as Need['state'],
    specialist: found === undefined ? null : { id: found.id, name: found.name },
    unmet: state === 'unmet' ? { reason: 'no-resource', note: '岛内没有这类资源', answerBy: '2026-11-27', at } : null,
    fulfilment: null,
    rating: null,
    matches: [],
    stale: false,
    staleAskedOn: null,
    masked: false,
    submittedAt: '2026-11-12T09:58:00+08:00',
    stateSince: '2026-11-13T09:00:00+08:00',
    createdAt: '2026-11-12T09:58:00+08:00',
    may: { ...none, assign: false, start: false, offer: false, fulfil: false, leaveUnmet: false, reopen: false },
    ...more,
  };
}

export function matchOf(need: Need, resourceId: string, more: Partial<Match> = {}): Match {
  const proposals = sampleProposals(need.id);
  const found = [...proposals.items, ...proposals.toVerify].find(({ resource }) => resource.id === resourceId);
  const score = found?.score ?? 61;
  return {
    id: `mt-${need.id}-${resourceId}`,
    version: 1,
    needId: need.id,
    resourceId,
    resourceTitle: found?.resource.title ?? resourceId,
    resourceType: 'pilot',
    provider: found?.resource.provider ?? 'economy',
    state: 'held',
    quantity: need.quantity ?? 1,
    unit: found?.resource.unit ?? need.unit,
    score,
    of: 100,
    parts: (found?.parts ?? []).map(({ name, points, weight }) => ({ name, points, weight })),
    against: null,
    message: '',
    bundleId: null,
    holdExpiresAt: '2026-11-30T18:00:00+08:00',
    stateReason: null,
    trial: null,
    may: { accept: false, decline: false, release: true, fulfil: false },
    createdAt: at,
    ...more,
  };
}

type Answer = (input: any, request: OperationRequest) => unknown;

export class FakeMatchDesk implements Adapter {
  readonly name = `fake-${Math.random().toString(36).slice(2)}`;
  readonly capabilities = { live: 'push', offline: false } as const;
  readonly requests: OperationRequest[] = [];
  who: Session | null = specialistPerson;
  needs: Need[] = needRows.map((row) => needRow(row));
  taken: Record<string, number> = {};
  tasks: Task[] = sampleTasks.map((task) => ({ ...task }));
  bundles: Bundle[] = [];
  pairings: Pairing[] = [];
  rules: Plan['rules'] = [];
  override: Partial<Record<string, Answer>> = {};
  /** Rows of a page, so that a test can have several. */
  pageSize = 100;
  private listener: ((event: EventEnvelope) => void) | undefined;
  private tellState: ((state: LiveState) => void) | undefined;

  async call(request: OperationRequest) {
    this.requests.push(request);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const answer = this.override[request.operation] ?? this.answers[request.operation];
    if (answer === undefined) throw new Error(`the fake has no answer for ${request.operation}`);
    return { output: JSON.parse(JSON.stringify(await answer(request.input, request))), events: [] };
  }

  async session(): Promise<Session | null> {
    return this.who;
  }

  subscribe(listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void): () => void {
    this.listener = listener;
    this.tellState = onState;
    onState?.('live');
    return () => (this.listener = undefined);
  }

  push(name: string, payload: unknown): void {
    this.listener?.({ id: `e-${Math.random()}`, name, payload, at });
  }

  live(state: LiveState): void {
    this.tellState?.(state);
  }

  asked(operation: string): OperationRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }

  /** What an operation was asked with. */
  input<Input>(operation: string, index = 0): Input {
    const request = this.asked(operation)[index];
    if (request === undefined) throw new Error(`${operation} was not asked`);
    return request.input as Input;
  }

  need(id: string): Need {
    const found = this.needs.find((each) => each.id === id);
    if (found === undefined) throw new ZsError('not-found', 'not-found', '没有找到这条记录。');
    return this.withRights(found);
  }

  change(id: string, more: Partial<Need>): Need {
    this.needs = this.needs.map((each) => (each.id === id ? { ...each, version: each.version + 1, ...more } : each));
    return this.need(id);
  }

  /** What the specialist may do, by the state table. */
  private withRights(need: Need): Need {
    const desk = this.who?.roles.some((role) => role === 'specialist' || role === 'centre') === true;
    const own = desk && need.specialist?.id === ownId;
    const { state } = need;
    return {
      ...need,
      may: {
        ...none,
        assign: desk && (state === 'submitted' || own),
        start: own && state === 'assigned',
        offer: own && ['assigned', 'matching', 'unmet', 'offered'].includes(state),
        fulfil: own && state === 'accepted',
        leaveUnmet: own && ['assigned', 'matching'].includes(state),
        reopen: own && state === 'unmet',
      },
    };
  }

  proposals(needId: string): Proposals {
    const all = sampleProposals(needId);
    const left = (proposal: Proposals['items'][number]) => ({
      ...proposal,
      resource: {
        ...proposal.resource,
        available: proposal.resource.available - (this.taken[proposal.resource.id] ?? 0),
      },
    });
    return {
      ...all,
      items: all.items.map(left).filter(({ resource }) => resource.available > 0),
      toVerify: all.toVerify.map(left),
    };
  }

  private expectVersion(version: number, { expectedVersion }: OperationRequest): void {
    if (expectedVersion !== version)
      throw new ZsError('stale', 'stale', '这条记录刚被改过，请看过最新内容后再操作。', { data: { version } });
  }

  private offer(input: {
    needId: string;
    resourceId: string;
    quantity?: number;
    message: string;
    reason: string;
  }): Need {
    const need = this.need(input.needId);
    const all = sampleProposals(need.id);
    const found = [...all.items, ...all.toVerify].find(({ resource }) => resource.id === input.resourceId);
    const near = all.nearMisses.find(({ resource }) => resource.id === input.resourceId);
    const resource = found?.resource ?? near?.resource;
    const quantity = input.quantity ?? need.quantity ?? 1;
    const available = (resource?.available ?? 0) - (this.taken[input.resourceId] ?? 0);
    if (available < quantity)
      throw new ZsError(
        'conflict',
        'capacity-short',
        `余量不够：现在还有 ${available} ${resource?.unit}。可以减少数量，或换一项资源。`,
        {
          data: { resourceId: input.resourceId, available, unit: resource?.unit },
        },
      );
    const broken = near?.failed ?? found?.checks.filter(({ verdict }) => verdict !== 'pass') ?? [];
    if (broken.some(({ name }) => name === 'reserve'))
      throw new ZsError('conflict', 'red-line', `触及红线：${broken[0]?.label}，不能对接。`, { data: {} });
    if (broken.length > 0 && input.reason === '')
      throw new ZsError(
        'conflict',
        'conditions-not-met',
        `有硬性条件不符合或待核实：${broken[0]?.label}。确要对接，请写明理由。`,
        {
          data: { constraints: broken.map(({ name }) => name), labels: broken[0]?.label, labelsEn: broken[0]?.label },
        },
      );
    this.taken[input.resourceId] = (this.taken[input.resourceId] ?? 0) + quantity;
    const match = matchOf(need, input.resourceId, {
      quantity,
      message: input.message,
      against: broken.length > 0 ? { constraints: broken.map(({ name }) => name), reason: input.reason } : null,
    });
    return this.change(need.id, { state: 'offered', matches: [...need.matches, match] });
  }

  private changeMatch(matchId: string, request: OperationRequest, more: Partial<Match>, state: Need['state']): Need {
    const need = this.needs.find(({ matches }) => matches.some(({ id }) => id === matchId)) as Need;
    const match = need.matches.find(({ id }) => id === matchId) as Match;
    this.expectVersion(match.version, request);
    const may = { accept: false, decline: false, release: false, fulfil: false };
    const matches = need.matches.map((each) =>
      each.id === matchId ? { ...each, ...more, version: each.version + 1, may } : each,
    );
    return this.change(need.id, { matches, state });
  }

  private step(act: (input: any) => Partial<Need>): Answer {
    return (input: { needId: string }, request) => {
      this.expectVersion(this.need(input.needId).version, request);
      return this.change(input.needId, act(input));
    };
  }

  private readonly answers: Record<string, Answer> = {
    catalogue: () => sampleCatalogue,
    needs: (input) => this.page(input),
    need: ({ needId }) => this.need(needId),
    proposals: ({ needId }) => this.proposals(needId),
    profile: () => sampleProfile,
    needHistory: () => ({
      items: [
        {
          at: '2026-11-12T09:58:00+08:00',
          actorName: '瀛绿储能',
          action: 'needs-matching.submitNeed',
          reason: null,
          record: 'nm_need/nd-002',
          recordVersion: 1,
          afterHash: null,
        },
      ],
    }),
    assignSpecialist: this.step(({ specialistId }) => ({
      state: 'assigned',
      specialist: sampleCatalogue.specialists.find(({ id }) => id === specialistId) ?? null,
    })),
    startMatching: this.step(() => ({ state: 'matching' })),
    offerMatch: (input, request) => {
      this.expectVersion(this.need(input.needId).version, request);
      return this.offer(input);
    },
    releaseMatch: ({ matchId, reason }, request) => {
      const need = this.changeMatch(matchId, request, { state: 'released', stateReason: reason }, 'matching');
      this.taken = {};
      return need;
    },
    recordFulfilment: ({ matchId }, request) => this.changeMatch(matchId, request, { state: 'fulfilled' }, 'fulfilled'),
    leaveUnmet: this.step(({ reason, note }) => ({
      state: 'unmet',
      unmet: { reason, note, answerBy: '2026-11-27', at },
    })),
    reopenNeed: this.step(() => ({ state: 'matching', unmet: null })),
    createBundle: (input) => {
      const items = input.items.map(
        (item: { needId: string; resourceId: string; reason: string; quantity?: number }) => {
          const need = this.offer({ ...item, message: input.message });
          const match = need.matches[need.matches.length - 1] as Match;
          return { matchId: match.id, ...match, type: match.resourceType };
        },
      );
      const first = this.need(input.items[0].needId);
      const bundle: Bundle = {
        id: `bd-${this.bundles.length + 1}`,
        version: 1,
        title: input.title,
        uscc: first.uscc,
        enterpriseName: first.enterpriseName,
        projectId: null,
        state: 'open',
        items,
        createdAt: at,
      };
      this.bundles.push(bundle);
      return bundle;
    },
    bundles: () => ({ items: this.bundles, nextCursor: null }),
    releaseBundle: ({ bundleId }) => {
      this.bundles = this.bundles.map((each) => (each.id === bundleId ? { ...each, state: 'released' } : each));
      return this.bundles.find(({ id }) => id === bundleId);
    },
    forecast: ({ uscc }) => ({
      uscc,
      optedOut: false,
      predictions: [
        {
          category: 'energy',
          score: 0.72,
          method: 'history',
          because: ['同类 12 家储能企业里 9 家在投产前半年提出增容'],
        },
        { category: 'training', score: 0.41, method: 'popularity', because: ['本区近一年最常提出'] },
      ],
    }),
    peerCandidates: () => ({
      items: [
        {
          uscc: '91310151MAYF5JH349',
          name: '上海澄岛电力电子有限公司',
          industryCode: 'C3824',
          because: ['电力电子，能配套储能变流器', '同在新海镇'],
        },
      ],
    }),
    askPeers: ({ needId }) => {
      const pairing: Pairing = {
        id: `pr-${this.pairings.length + 1}`,
        version: 1,
        needId,
        side: 'staff',
        about: '',
        state: 'asked',
        ownConsentAt: null,
        otherConsented: false,
        peerName: '',
        peerUscc: '',
        createdAt: at,
        may: { answer: false },
      };
      this.pairings = [...this.pairings, pairing];
      return pairing;
    },
    pairings: () => ({ items: this.pairings, nextCursor: null }),
    tagPainPoint: (input) => ({
      ...input,
      id: 'td-1',
      version: 1,
      source: 'pain-point',
      enterpriseName: '',
      dueDate: '2026-11-30',
      dueProvisional: false,
      state: 'open',
      transfers: 0,
      note: null,
      createdAt: at,
      may: { sign: false, start: false, finish: false, return: false, transfer: false, confirm: false },
    }),
    proactiveTasks: ({ state, mine }) => ({
      items: this.tasks.filter(
        (task) => (state === undefined || task.state === state) && (mine !== true || task.specialistId === ownId),
      ),
      nextCursor: null,
    }),
    settleTask: ({ taskId, act, note }, request) => {
      const task = this.tasks.find(({ id }) => id === taskId) as Task;
      this.expectVersion(task.version, request);
      const state = ({ take: 'taken', finish: 'done', dismiss: 'dismissed' } as const)[act as 'take'];
      const changed = {
        ...task,
        state,
        note: note === '' ? null : note,
        version: task.version + 1,
        may: { settle: act === 'take' },
      };
      this.tasks = this.tasks.map((each) => (each.id === taskId ? changed : each));
      return changed;
    },
    assignmentPlan: () => samplePlan(this.rules),
    setPairRule: (input) => {
      if (input.kind === 'lock' && input.resourceId === 'rs-078' && input.reason === '')
        throw new ZsError('conflict', 'conditions-not-met', '有硬性条件不符合或待核实：容量。确要对接，请写明理由。', {
          data: { constraints: ['capacity'], labels: '容量', labelsEn: 'Capacity' },
        });
      const named = { number: input.needId, resourceTitle: input.resourceId, impossible: false };
      this.rules = [...this.rules, { ...input, ...named, createdAt: at }];
      return input;
    },
    clearPairRule: ({ needId, resourceId }) => {
      this.rules = this.rules.filter((rule) => rule.needId !== needId || rule.resourceId !== resourceId);
      return { cleared: true };
    },
    applyPlan: ({ pairs }) => ({
      results: pairs.map(({ needId, resourceId }: { needId: string; resourceId: string }, index: number) => ({
        needId,
        resourceId,
        matchId: index === 1 ? null : `mt-${needId}`,
        refused: index === 1 ? 'capacity-short' : null,
        message: index === 1 ? '余量不够：现在还有 1 场次。' : '',
      })),
    }),
  };

  private page(input: {
    mine?: boolean;
    state?: string;
    category?: string;
    cursor?: string;
    urgency?: string;
    stale?: boolean;
    dueBy?: string;
  }) {
    const found = this.needs
      .filter((need) => input.mine !== true || need.specialist?.id === ownId)
      .filter(({ state }) => input.state === undefined || state === input.state)
      .filter(({ category }) => input.category === undefined || category === input.category)
      .filter(({ urgency }) => input.urgency === undefined || urgency === input.urgency)
      .filter(({ stale }) => input.stale !== true || stale)
      .filter(({ deadline }) => input.dueBy === undefined || deadline <= input.dueBy)
      .sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
    const from = Number(input.cursor ?? 0);
    const end = from + this.pageSize;
    return {
      items: found.slice(from, end).map((need) => this.withRights(need)),
      nextCursor: end < found.length ? String(end) : null,
    };
  }
}
