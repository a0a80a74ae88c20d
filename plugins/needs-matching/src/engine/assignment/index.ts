/** Whole-zone assignment 全区统筹分配 (RES-9): no DOM, no Node; the same answers in page, worker and Node. */
export type { AssignmentErrorCode } from './assignment-errors.ts';
export { assignmentErrors } from './assignment-errors.ts';
export { certify } from './certificate.ts';
export type { Change, NewCandidate } from './changes.ts';
export { sparseLimits } from './network.ts';
export type { Move, MoveReason, Resolution } from './resolve.ts';
export { resolve } from './resolve.ts';
export { assignSparse } from './sparse.ts';
export type {
  AssignedPair,
  AssignmentMode,
  Certificate,
  Lock,
  Pair,
  SolveOptions,
  SparseAssignment,
  SparseProblem,
} from './types.ts';
export type { Choice, ChoiceState, WhyNeed, WhyOptions } from './why.ts';
export { why } from './why.ts';
