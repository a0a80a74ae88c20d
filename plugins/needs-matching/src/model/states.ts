/** Every state that a need, a match and what accompanies them can have, and the tables that say what may follow (A11). */
import type { Role } from '@zhaoshang/kernel';

export interface Transition<State extends string, Act extends string> {
  readonly act: Act;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Role[];
}

export const needStates = [
  'draft',
  'submitted',
  'assigned',
  'matching',
  'offered',
  'accepted',
  'fulfilled',
  'confirmed',
  'unmet',
  'withdrawn',
] as const;
export type NeedState = (typeof needStates)[number];
export type NeedAct =
  | 'submit'
  | 'assign'
  | 'start'
  | 'offer'
  | 'offer-another'
  | 'accept'
  | 'return'
  | 'fulfil'
  | 'confirm'
  | 'dispute'
  | 'leave-unmet'
  | 'reopen'
  | 'withdraw';

const desk = ['specialist', 'centre'] as const;

/** 企业需求 (RES-8): draft → submitted → assigned → matching → offered → accepted → fulfilled → confirmed, and the ways out. */
export const needTransitions = [
  { act: 'submit', from: ['draft'], to: 'submitted', by: ['enterprise'] },
  { act: 'assign', from: ['submitted'], to: 'assigned', by: desk },
  { act: 'start', from: ['assigned'], to: 'matching', by: desk },
  { act: 'offer', from: ['assigned', 'matching', 'unmet'], to: 'offered', by: desk },
  { act: 'offer-another', from: ['offered'], to: 'offered', by: desk },
  { act: 'accept', from: ['offered'], to: 'accepted', by: ['enterprise'] },
  { act: 'return', from: ['offered', 'accepted'], to: 'matching', by: ['enterprise', ...desk, 'system'] },
  { act: 'fulfil', from: ['accepted'], to: 'fulfilled', by: [...desk, 'department'] },
  { act: 'confirm', from: ['fulfilled'], to: 'confirmed', by: ['enterprise', 'system'] },
  { act: 'dispute', from: ['fulfilled'], to: 'accepted', by: ['enterprise'] },
  { act: 'leave-unmet', from: ['submitted', 'assigned', 'matching'], to: 'unmet', by: desk },
  { act: 'reopen', from: ['unmet'], to: 'matching', by: desk },
  {
    act: 'withdraw',
    from: ['draft', 'submitted', 'assigned', 'matching', 'offered', 'accepted', 'unmet'],
    to: 'withdrawn',
    by: ['enterprise'],
  },
] as const satisfies readonly Transition<NeedState, NeedAct>[];

/** States in which an enterprise may still change what it asks for. */
export const editableStates: readonly NeedState[] = ['draft', 'submitted', 'assigned', 'matching', 'unmet'];
/** States in which somebody still has to do something. */
export const openStates: readonly NeedState[] = ['submitted', 'assigned', 'matching', 'offered', 'accepted', 'unmet'];
/** States in which a resource is looked for: what an assignment of the whole zone works on. */
export const seekingStates: readonly NeedState[] = ['submitted', 'assigned', 'matching', 'unmet'];

export const matchStates = ['held', 'accepted', 'fulfilled', 'declined', 'released', 'expired'] as const;
export type MatchState = (typeof matchStates)[number];
export type MatchAct = 'accept' | 'decline' | 'release' | 'expire' | 'fulfil' | 'reopen';

/** Match (RES-9): capacity is taken when it is offered and given back by the ways out. */
export const matchTransitions = [
  { act: 'accept', from: ['held'], to: 'accepted', by: ['enterprise'] },
  { act: 'decline', from: ['held'], to: 'declined', by: ['enterprise'] },
  { act: 'release', from: ['held', 'accepted'], to: 'released', by: ['enterprise', ...desk] },
  { act: 'expire', from: ['held'], to: 'expired', by: ['system'] },
  { act: 'fulfil', from: ['accepted'], to: 'fulfilled', by: [...desk, 'department'] },
  { act: 'reopen', from: ['fulfilled'], to: 'accepted', by: ['enterprise'] },
] as const satisfies readonly Transition<MatchState, MatchAct>[];

/** States in which a match keeps its quantity of the resource. */
export const takingStates: readonly MatchState[] = ['held', 'accepted', 'fulfilled'];

export const resourceStates = ['open', 'closed'] as const;
export type ResourceState = (typeof resourceStates)[number];

export const pairingStates = ['asked', 'agreed', 'refused', 'withdrawn'] as const;
export type PairingState = (typeof pairingStates)[number];
export type PairingAct = 'agree' | 'refuse' | 'withdraw';

/** 抱团发展 (RES-5): two enterprises hear of each other only when both agreed. */
export const pairingTransitions = [
  { act: 'agree', from: ['asked'], to: 'agreed', by: ['enterprise'] },
  { act: 'refuse', from: ['asked'], to: 'refused', by: ['enterprise'] },
  { act: 'withdraw', from: ['asked'], to: 'withdrawn', by: desk },
] as const satisfies readonly Transition<PairingState, PairingAct>[];

export const todoStates = ['open', 'signed', 'doing', 'done', 'confirmed'] as const;
export type TodoState = (typeof todoStates)[number];
export const todoActs = ['sign', 'start', 'finish', 'return', 'transfer', 'confirm'] as const;
export type TodoAct = (typeof todoActs)[number];

/** 待办 (INFO-11): 待签收 → 办理中 → 办结 → 确认; 退回 and 转办 bring it back to 待签收. */
export const todoTransitions = [
  { act: 'sign', from: ['open'], to: 'signed', by: ['department', ...desk] },
  { act: 'start', from: ['signed'], to: 'doing', by: ['department', ...desk] },
  { act: 'finish', from: ['signed', 'doing'], to: 'done', by: ['department', ...desk] },
  { act: 'return', from: ['signed', 'doing', 'done'], to: 'open', by: ['department', ...desk] },
  { act: 'transfer', from: ['open', 'signed', 'doing'], to: 'open', by: ['department', ...desk] },
  { act: 'confirm', from: ['done'], to: 'confirmed', by: desk },
] as const satisfies readonly Transition<TodoState, TodoAct>[];

export const taskStates = ['proposed', 'taken', 'done', 'dismissed'] as const;
export type TaskState = (typeof taskStates)[number];
export const taskActs = ['take', 'finish', 'dismiss'] as const;
export type TaskAct = (typeof taskActs)[number];

/** 主动办 (COMM-7): a rule proposes, a person takes it up or says why not (OUT-7). */
export const taskTransitions = [
  { act: 'take', from: ['proposed'], to: 'taken', by: desk },
  { act: 'finish', from: ['proposed', 'taken'], to: 'done', by: desk },
  { act: 'dismiss', from: ['proposed', 'taken'], to: 'dismissed', by: desk },
] as const satisfies readonly Transition<TaskState, TaskAct>[];

export const ticketStates = ['open', 'accepted', 'rejected'] as const;
export type TicketState = (typeof ticketStates)[number];

/** The row that allows an act from a state to one of these roles, or `undefined`. */
export function stepFor<State extends string, Act extends string>(
  table: readonly Transition<State, Act>[],
  from: State,
  act: Act,
  roles: readonly Role[],
): Transition<State, Act> | undefined {
  return table.find((row) => row.act === act && row.from.includes(from) && row.by.some((role) => roles.includes(role)));
}
