/** Running numbers of a desk on a day: `025` for appointments in the order of their check-in, `W03` for walk-ins. */
import { deskDays, type DeskDay } from '../model/records.ts';
import type { ServiceContext } from './service-context.ts';

export type NumberKind = 'booked' | 'walk-in';

export const deskDayId = (date: string, department: string): string => `${date}|${department}`;

/** One batch per day: a visit takes numbers at several desks, and which ones only its record tells. */
export const byDeskDay = ({ date }: { readonly date: string }): string => `desk|${date}`;

export async function nextNumber(
  context: ServiceContext,
  date: string,
  department: string,
  kind: NumberKind,
): Promise<string> {
  const id = deskDayId(date, department);
  const before = await context.tx.get(deskDays, id);
  const { lastNumber, lastWalkIn }: Omit<DeskDay, 'id' | 'version'> = before ?? { lastNumber: 0, lastWalkIn: 0 };
  const next =
    kind === 'booked' ? { lastNumber: lastNumber + 1, lastWalkIn } : { lastNumber, lastWalkIn: lastWalkIn + 1 };
  if (before === undefined) context.tx.insert(deskDays, { id, ...next });
  else context.tx.update(deskDays, { ...before, ...next });
  return kind === 'booked' ? String(next.lastNumber).padStart(3, '0') : `W${String(next.lastWalkIn).padStart(2, '0')}`;
}
