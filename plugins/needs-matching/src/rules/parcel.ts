/** 熟地 (RES-2): ready to build on only when it is cleared and every utility is done. */
import type { Parcel } from '../model/resources.ts';

/** What is still to be done, in words; empty when the parcel is ready. */
export function missingOf({ demolitionDone, utilities }: Parcel): string[] {
  const open = utilities.filter(({ done }) => !done).map(({ name }) => name);
  return demolitionDone ? open : ['征拆', ...open];
}

/** A parcel whose utilities nobody has listed is not ready. */
export const isReady = (parcel: Parcel): boolean => parcel.utilities.length > 0 && missingOf(parcel).length === 0;
