/** Who is asking. The host portal owns identity (一网通办); the kit only consumes a session. */

export const roles = ['enterprise', 'specialist', 'department', 'centre', 'hr', 'leader', 'auditor', 'system'] as const;
export type Role = (typeof roles)[number];

/** Roles of people who work for the zone; `enterprise` is the outside, `system` is the clock. */
export const staffRoles: readonly Role[] = ['specialist', 'department', 'centre', 'hr', 'leader', 'auditor'];

export interface Session {
  /** Stable id of the account at the host portal. */
  readonly subject: string;
  /** Name as it may be shown, already masked where the rules want it. */
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly zone: string;
  /** For role `enterprise`: whom the account acts for. `uscc` is the 统一社会信用代码 (GB 32100-2015). */
  readonly enterprise?: { readonly uscc: string; readonly name: string };
  /** For departments and specialists: code of the department they work for. */
  readonly department?: string;
  readonly expiresAt?: string;
}

export function hasRole(session: Session | null, allowed: readonly (Role | 'anyone')[]): boolean {
  if (allowed.includes('anyone')) return true;
  return session !== null && session.roles.some((role) => allowed.includes(role));
}

export function isStaff(session: Session | null): boolean {
  return hasRole(session, staffRoles);
}

/** The session under which timers act: expiries, releases, reminders. */
export function systemSession(zone: string): Session {
  return { subject: 'system', displayName: '系统', roles: ['system'], zone };
}
