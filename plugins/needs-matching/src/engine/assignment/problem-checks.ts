/** What every problem must satisfy before anything is computed from it. */
import { assignmentError } from './assignment-errors.ts';
import { largestNumber } from './grid.ts';

/** Lists that sparse and generalised problems have in common. */
export interface CandidateLists {
  readonly needs: number;
  readonly resources: number;
  readonly candidateStart: Int32Array;
  readonly candidateResource: Int32Array;
  readonly candidateProfit: Float64Array;
  readonly capacity: ArrayLike<number>;
  readonly reserve?: ArrayLike<number>;
  readonly reservation?: number | Float64Array;
}

export function checkLists(
  problem: CandidateLists,
  limits: Readonly<Record<'needs' | 'resources' | 'candidates', number>>,
): void {
  const {
    needs,
    resources,
    candidateStart,
    candidateResource,
    candidateProfit,
    capacity,
    reserve = capacity,
  } = problem;
  checkCount('needs', needs, limits.needs);
  checkCount('resources', resources, limits.resources);
  checkCount('candidates', candidateResource.length, limits.candidates);
  if (candidateStart.length !== needs + 1 || candidateStart[0] !== 0) refuse('candidateStart');
  for (let need = 0; need < needs; need += 1)
    if (candidateStart[need + 1]! < candidateStart[need]!) refuse(`candidateStart ${need}`);
  if (candidateStart[needs] !== candidateResource.length || candidateProfit.length !== candidateResource.length)
    refuse('candidateResource, candidateProfit');
  for (let entry = 0; entry < candidateResource.length; entry += 1) {
    const resource = candidateResource[entry]!;
    if (resource < 0 || resource >= resources) refuse(`candidateResource ${resource}`);
  }
  checkAmounts('capacity', capacity, resources);
  checkAmounts('reserve', reserve, resources);
  const { reservation } = problem;
  if (typeof reservation === 'object' && reservation.length !== needs) refuse('reservation');
}

export function checkAmounts(what: string, amounts: ArrayLike<number>, count: number): void {
  if (amounts.length !== count) refuse(what);
  for (let at = 0; at < count; at += 1) if (checkNumber(amounts[at]!, what, at) < 0) refuse(`${what} ${at} < 0`);
}

export function checkCount(unit: string, count: number, limit: number): void {
  if (!(count >= 0 && count <= limit)) throw assignmentError('assignment-too-large', { unit, count, limit });
}

/** The number, if it can be added up; `what` and `at` name it to people. */
export function checkNumber(value: number, what: string, at: number, resource?: number): number {
  if (Math.abs(value) <= largestNumber) return value;
  const name = resource === undefined ? `${what} ${at}` : `${what} ${at} × ${resource}`;
  throw assignmentError('assignment-number', { what: name, at, ...(resource === undefined ? {} : { resource }) });
}

export function refuse(what: string): never {
  throw assignmentError('assignment-shape', { what });
}

export function reservationOf({ reservation = 0 }: CandidateLists, need: number): number {
  return checkNumber(typeof reservation === 'number' ? reservation : reservation[need]!, 'reservation', need);
}
