/** Types of all adapters, and the light ones. `local.ts`, `intents.ts`, `drafts.ts` and `last-answers.ts` bring a store: import them lazily. */
export type { HttpAdapterOptions } from './http.ts';
export { createHttpAdapter } from './http.ts';
export type { CallFacts, CustomAdapterOptions, Handlers } from './custom.ts';
export { customAdapter } from './custom.ts';
export type { LocalAdapter, LocalAdapterOptions } from './local.ts';
export type { Draft, DraftStore } from './drafts.ts';
export type { Intent, IntentNews, IntentQueue, IntentQueueOptions } from './intents.ts';
export type { LastAnswer, LastAnswers, LastAnswersOptions } from './last-answers.ts';
