/** Conditions from and to JsonLogic, for exchange with systems that speak it. A module of its own. */
export { fromJsonLogic } from './json-logic-read.ts';
export { toJsonLogic } from './json-logic-write.ts';
export type { JsonLogic } from './json-logic-write.ts';
