/** Problems that the host page's people must hear of: printed once, and told to every bus as `kit.problem-found`. */
import { newId } from '@zhaoshang/kernel';
import type { Bus } from '@zhaoshang/kernel';
import { page } from './page.ts';

export interface KitProblem {
  /** Stable code, e.g. `version-conflict`, `config-invalid`. */
  readonly code: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
  /** Where: a tag, or the path of a setting. */
  readonly path: string;
}

declare module '@zhaoshang/kernel' {
  interface EventMap {
    'kit.problem-found': KitProblem;
  }
}

const eventName = 'kit.problem-found';

/** Reports a problem; never throws into the host page. */
export function reportProblem(problem: KitProblem): void {
  console.warn(`[zhaoshang] ${problem.path}: ${problem.message} (${problem.code})`);
  const envelope = { id: newId('problem'), name: eventName, payload: problem, at: new Date().toISOString() };
  page().problems.push(envelope);
  for (const bus of page().buses.values()) bus.publish(envelope, { remote: true });
}

/** Hands a new bus what was reported before it was made. */
export function tellProblems(bus: Bus): void {
  bus.replay([eventName]);
  for (const envelope of page().problems) bus.publish(envelope, { remote: true });
}
