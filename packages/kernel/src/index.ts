/** The page half of the kernel: no zod. Contracts are written with `@zhaoshang/kernel/contract.ts` and `/schema.ts`. */
export type {
  Adapter,
  AdapterCapabilities,
  CallOptions,
  ClientOf,
  EventEnvelope,
  LiveState,
  OperationAnswer,
  OperationRequest,
} from './adapter.ts';
export { createClient, wordsOf } from './adapter.ts';
export type { Bus, BusEvent, BusOptions, EventMap } from './bus.ts';
export { createBus, isEnvelope } from './bus.ts';
export type { Clock, MovableClock } from './clock.ts';
export { createMovableClock, instantText, systemClock } from './clock.ts';
export type { ErrorKind } from './error-kinds.ts';
export { errorKinds, statusOfKind } from './error-kinds.ts';
export type { FieldIssue, ZsErrorOptions } from './errors.ts';
export { ZsError, asZsError, isZsError } from './errors.ts';
export { newId, randomCode } from './ids.ts';
export type { Locale, Localized } from './locale.ts';
export { fill, locales, nearestLocale } from './locale.ts';
export type { Outline } from './outline.ts';
export type { Plugin, PluginBackend } from './plugin.ts';
export { checkPlugin } from './check-plugin.ts';
export { defineBackend } from './define-backend.ts';
export { definePlugin } from './plugin.ts';
export type { Role, Session } from './session.ts';
export { hasRole, isStaff, roles, staffRoles, systemSession } from './session.ts';
export type { StandardErrorCode } from './standard-errors.ts';
export { errorFrom, standardError, standardErrors } from './standard-errors.ts';
export type { Collection, Document, Draft, Find, KeyPart, Transaction } from './transaction.ts';
export { defineCollection } from './transaction.ts';
export type { AuditEntry, Prefetch, Reaction, UseCase, UseCaseContext, UseCases } from './use-case.ts';
export { defineUseCases } from './use-case.ts';
export type {
  Command,
  Contract,
  ErrorSpec,
  EventSpec,
  EventsOf,
  InputOf,
  Operation,
  OutputOf,
  ParsedInputOf,
  Query,
  ResultOf,
} from './contract.ts';
export { command, defineContract, query } from './contract.ts';
export { pathOf } from './path-of.ts';
export { outlineOf } from './outline.ts';
