import { isZsError } from '@zhaoshang/kernel/errors.ts';
import { unknownPair } from '../assign/assign-errors.ts';
import { badSchema } from '../engine-error.ts';
import { forecast } from '../forecast/forecast.ts';
import { createMatcher } from '../matcher.ts';
import { policies } from '../policy/policies.ts';
import type { Assignment, Matcher } from '../types.ts';
import { type PackedResources, unpackResources } from './packed-resources.ts';
import { type Call, type Port, type Stop, type WireError, listen } from './protocol.ts';

type Handler = (...args: never[]) => unknown;

/** The worker's side: holds one matcher and answers calls one after the other, so that a stopped one is never begun. */
export function serveMatcher(port: Port): void {
  let matcher: Matcher | undefined;
  let assignments = 0;
  const held = new Map<number, Assignment>();
  const stopped = new Set<number>();
  const queue: Call[] = [];
  let isBusy = false;

  const own = (): Matcher => {
    if (matcher === undefined) throw badSchema({ create: 'first' });
    return matcher;
  };
  /** An assignment stays here, with its prices; what travels is a handle and what it says. */
  const kept = (assignment: Assignment): object => {
    assignments += 1;
    held.set(assignments, assignment);
    const { pairs, unassigned, total, bound, proven, prices } = assignment;
    return { handle: assignments, pairs, unassigned, total, bound, proven, prices };
  };
  const assignmentOf = (handle: number): Assignment => {
    const assignment = held.get(handle);
    if (assignment === undefined) throw unknownPair({ handle });
    return assignment;
  };
  const handlers: Readonly<Record<Call['method'], Handler>> = {
    create: (options: Parameters<typeof createMatcher>[0]) => {
      matcher = createMatcher(options);
    },
    upsert: (packed: PackedResources) => own().upsert(unpackResources(packed)),
    remove: (ids: readonly string[]) => own().remove(ids),
    size: () => own().size,
    rank: (...args: Parameters<Matcher['rank']>) => own().rank(...args),
    explain: (...args: Parameters<Matcher['explain']>) => own().explain(...args),
    search: (...args: Parameters<Matcher['search']>) => own().search(...args),
    assign: (...args: Parameters<Matcher['assign']>) => kept(own().assign(...args)),
    why: (handle: number, need: string) => assignmentOf(handle).why(need),
    resolve: (handle: number, changes: Parameters<Assignment['resolve']>[0]) => {
      const { assignment, ...rest } = assignmentOf(handle).resolve(changes);
      return { ...rest, assignment: kept(assignment) };
    },
    release: (handle: number) => held.delete(handle),
    policies: (...args: Parameters<typeof policies>) => policies(...args),
    forecast: (...args: Parameters<typeof forecast>) => forecast(...args),
  };
  const answer = ({ id, method, args }: Call): void => {
    if (stopped.delete(id)) return;
    try {
      port.postMessage({ id, value: (handlers[method] as (...all: readonly unknown[]) => unknown)(...args) });
    } catch (error) {
      port.postMessage({ id, error: wireError(error) });
    }
  };
  /** One call per turn: a "stop" that came in meanwhile is read before the next. */
  const next = (): void => {
    const call = queue.shift();
    isBusy = call !== undefined;
    if (call === undefined) {
      stopped.clear();
      return;
    }
    answer(call);
    setTimeout(next, 0);
  };
  listen(port, (message) => {
    if ('stop' in (message as Stop)) {
      stopped.add((message as Stop).stop);
      return;
    }
    queue.push(message as Call);
    if (isBusy) return;
    isBusy = true;
    setTimeout(next, 0);
  });
}

function wireError(error: unknown): WireError {
  if (isZsError(error)) return { kind: error.kind, code: error.code, message: error.message, data: error.data };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'internal', code: 'internal', message, data: undefined };
}
