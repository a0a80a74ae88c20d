/** Who sees a need, and how much of it (RES-11, INFO-4; PIPL Art. 6): one rule for every view. */
import { hasRole, type Session } from '@zhaoshang/kernel';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { Need } from '../model/needs.ts';

/** The specialist that an account is, or `undefined`. */
export const specialistOf = ({ specialists }: NeedsMatchingConfig, session: Session | null) =>
  session === null || !hasRole(session, ['specialist'])
    ? undefined
    : specialists.find(({ subject, active }) => active && subject === session.subject);

/**
 * `full`: everything. `masked`: that there is such a need, its category and amount; no name, no words. `none`: as if it did not exist.
 * A sensitive need is seen by its enterprise, its specialist and the departments it was referred to; a confidential one by the centre too;
 * the rest of the staff sees both masked, because a need that nobody sees is met by nobody.
 */
export function visibilityOf(
  config: NeedsMatchingConfig,
  session: Session | null,
  need: Pick<Need, 'uscc' | 'confidentiality' | 'specialistId' | 'referredTo' | 'state'>,
): 'full' | 'masked' | 'none' {
  if (session === null) return 'none';
  if (hasRole(session, ['enterprise']) && session.enterprise?.uscc === need.uscc) return 'full';
  if (!hasRole(session, ['specialist', 'department', 'centre', 'leader', 'auditor'])) return 'none';
  if (need.state === 'draft') return 'none';
  const specialist = specialistOf(config, session);
  if (specialist !== undefined && specialist.id === need.specialistId) return 'full';
  const department = session.department;
  if (hasRole(session, ['department']) && department !== undefined && need.referredTo.includes(department))
    return 'full';
  if (need.confidentiality === 'sensitive') return 'masked';
  if (need.confidentiality === 'confidential') return hasRole(session, ['centre']) ? 'full' : 'masked';
  return 'full';
}

/**
 * Whom an event about a need names: nobody where the need is sensitive. Events reach all staff at once, and need and enterprise together
 * would tell what the lists mask.
 */
export const namedInEvents = ({ uscc, confidentiality }: Pick<Need, 'uscc' | 'confidentiality'>): string =>
  confidentiality === 'sensitive' ? '' : uscc;

/** Whether the caller may work on a need: its specialist; the centre too, unless the need is sensitive. */
export function isResponsible(
  config: NeedsMatchingConfig,
  session: Session | null,
  need: Pick<Need, 'specialistId' | 'confidentiality'>,
): boolean {
  if (hasRole(session, ['centre']) && need.confidentiality !== 'sensitive') return true;
  const specialist = specialistOf(config, session);
  return specialist !== undefined && specialist.id === need.specialistId;
}
