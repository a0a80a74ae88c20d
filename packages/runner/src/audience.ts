/** Who may hear an event: the rule of the contract, in one place for command answers, feeds and polls. */
import { hasRole, type EventEnvelope, type EventSpec, type Session } from '@zhaoshang/kernel';
import type { LoadedPlugin } from './loaded-plugin.ts';

/** True for anyone's events, for the roles named, and for the enterprise that the payload names. */
export function mayHear(spec: EventSpec, payload: unknown, session: Session | null): boolean {
  if (hasRole(session, spec.audience.roles)) return true;
  const field = spec.audience.enterpriseField;
  const uscc = session?.enterprise?.uscc;
  return (
    field !== undefined &&
    uscc !== undefined &&
    payload !== null &&
    typeof payload === 'object' &&
    (payload as Record<string, unknown>)[field] === uscc
  );
}

/** A filter over all plugins' events; an event that no contract declares reaches nobody. */
export function audienceOf(
  plugins: readonly LoadedPlugin[],
): (event: EventEnvelope, session: Session | null) => boolean {
  const specs = new Map(plugins.flatMap(({ backend }) => Object.entries(backend.contract.events)));
  return (event, session) => {
    const spec = specs.get(event.name);
    return spec !== undefined && mayHear(spec, event.payload, session);
  };
}
