/** Roles, values and events that many operations of the service day share. */
import { text, z } from '@zhaoshang/kernel/schema.ts';
import { isUscc } from '@zhaoshang/kernel/uscc.ts';
import { segment } from '../views.ts';

export const anyone = ['anyone'] as const;
export const enterprise = ['enterprise'] as const;
export const desk = ['department', 'specialist', 'centre'] as const;
export const centre = ['centre'] as const;
export const staff = ['department', 'specialist', 'centre', 'leader', 'hr', 'auditor'] as const;
export const system = ['system'] as const;

export const phone = z.string().check(z.regex(/^1[3-9]\d{9}$/, { error: 'phone' }));
export const uscc = z.string().check(z.minLength(18), z.maxLength(18), z.refine(isUscc, { error: 'uscc' }));
export const segments = z.array(segment).check(z.minLength(1), z.maxLength(10));
export const reason = text(300, 1);
export const changes = 'service-day.availability-changed';
/** Whatever gives seats back may pass them on to those who wait: the line changes, and somebody is told. */
export const seatChanges = [changes, 'service-day.waitlist-changed', 'service-day.notice-sent'] as const;

/** Why a slot of a date cannot be had, whoever asks for it. */
export const slotRefusals = [
  'slot-full',
  'slot-closed',
  'day-not-open',
  'day-closed',
  'day-cancelled',
  'no-such-day',
  'no-such-department',
  'times-overlap',
  'time-taken',
] as const;
