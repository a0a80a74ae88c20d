/** What a use case or a reaction is handed: the transaction, who acts, when, and the ways to end. */
import {
  errorFrom,
  standardErrors,
  type Contract,
  type EventEnvelope,
  type Locale,
  type Session,
  type StandardErrorCode,
  type UseCaseContext,
  instantText,
  newId,
} from '@zhaoshang/kernel';
import type { UnitOfWork } from '@zhaoshang/store';
import { historyOf } from './audit.ts';
import type { LoadedPlugin } from './loaded-plugin.ts';

export interface ContextFacts {
  readonly unit: UnitOfWork;
  readonly session: Session | null;
  readonly now: number;
  readonly zone: string;
  readonly locale: Locale;
  readonly expectedVersion: number | undefined;
  /** Shared by a use case and the reactions to it, so that one audit row tells the reason of all. */
  readonly notes: { reason: string | null };
  readonly events: EventEnvelope[];
}

export function createContext(plugin: LoadedPlugin, facts: ContextFacts): UseCaseContext {
  const { contract } = plugin.backend;
  const fail = (code: string, data?: unknown): never => {
    const spec = contract.errors[code] ?? standardErrors[code as StandardErrorCode];
    if (spec === undefined) throw new TypeError(`Contract "${contract.name}" declares no error "${code}".`);
    throw errorFrom(code, spec, facts.locale, { data });
  };
  return {
    tx: facts.unit,
    session: facts.session,
    now: facts.now,
    zone: facts.zone,
    locale: facts.locale,
    config: plugin.config,
    expectedVersion: facts.expectedVersion,
    newId: (prefix) => newId(prefix, facts.now),
    emit: (name, payload) => {
      const spec = (contract as Contract).events[name];
      if (spec === undefined) throw new TypeError(`Contract "${contract.name}" declares no event "${name}".`);
      facts.events.push({
        id: newId('ev', facts.now),
        name,
        payload: spec.payload.parse(payload),
        at: instantText(facts.now),
      });
    },
    fail,
    expectVersion: (document) => {
      if (facts.expectedVersion !== document.version) fail('stale', { version: document.version });
    },
    because: (reason) => {
      facts.notes.reason = reason;
    },
    history: (collection, id) => historyOf(facts.unit, collection, id),
  };
}
