/**
 * Whole-zone assignment 全区统筹分配 (RES-9): no DOM, no Node; the same answers in page, worker and Node. The proof by HiGHS is
 * apart, for its weight: `general/prove.ts`, `general/prove-in-worker.ts` and the worker `general/prover.worker.ts`.
 */
export type { AssignmentErrorCode } from './assignment-errors.ts';
export { assignmentErrors } from './assignment-errors.ts';
export { assignmentErrorsEn } from './assignment-errors.en.ts';
export { certify } from './certificate.ts';
export type { Change, NewCandidate } from './changes.ts';
export type { DenseAssignment } from './dense.ts';
export { assignDense, certifyDense, denseLimit } from './dense.ts';
export { generalLimits } from './general/general-network.ts';
export { assignGeneral } from './general/general.ts';
export type { GeneralAssignment, GeneralLock, GeneralOptions, GeneralProblem } from './general/types.ts';
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
