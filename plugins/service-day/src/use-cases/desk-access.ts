/** Who works or sees which desk (COMM-2): staff of a department their own, the centre and those who supervise every one. */
import { hasRole } from '@zhaoshang/kernel';
import type { DepartmentConfig } from '../model/config.ts';
import { bookings, type Booking } from '../model/records.ts';
import { departmentFor, type ServiceContext } from './service-context.ts';

/** A specialist is posted at the centre but works the desk of the home department. */
const deskRoles = ['department', 'specialist'] as const;
const supervisors = ['centre', 'leader', 'hr', 'auditor'] as const;

export function worksAt({ session }: ServiceContext, department: string): boolean {
  return hasRole(session, ['centre']) || (hasRole(session, deskRoles) && session?.department === department);
}

export function seesDesk({ session }: ServiceContext, department: string): boolean {
  return hasRole(session, supervisors) || (hasRole(session, deskRoles) && session?.department === department);
}

/** The department whose desk the caller may work; else `no-such-department` or `forbidden`. */
export function deskToWork(context: ServiceContext, code: string): DepartmentConfig {
  const department = departmentFor(context, code);
  return worksAt(context, code) ? department : context.fail('forbidden');
}

export function deskToSee(context: ServiceContext, code: string): DepartmentConfig {
  const department = departmentFor(context, code);
  return seesDesk(context, code) ? department : context.fail('forbidden');
}

/** An appointment at a desk the caller may work. */
export async function bookingAtDesk(context: ServiceContext, bookingId: string): Promise<Booking> {
  const booking = (await context.tx.get(bookings, bookingId)) ?? context.fail('not-found');
  return worksAt(context, booking.department) ? booking : context.fail('forbidden');
}

/** Tells the desk, the waiting room and the enterprise that a line of the list changed. */
export function announceDesk(context: ServiceContext, booking: Booking): void {
  const { date, department, id: bookingId, uscc, state, queueNumber } = booking;
  context.emit('service-day.desk-changed', { date, department, bookingId, uscc, state, queueNumber });
}
