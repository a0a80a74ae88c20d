/** Structured logs without personal data: route names, statuses and times; accounts only as a keyed hash. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Session } from '@zhaoshang/kernel';

export interface RequestFacts {
  readonly method: string;
  /** Template, never the path itself: a path may hold what somebody typed. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly traceId: string;
  readonly session: Session | null;
}

export interface RequestLog {
  request(facts: RequestFacts): void;
  internalError(error: unknown, traceId: string): void;
}

/** Answers are logged at debug, refusals at info, our own failures at error. */
export function createRequestLog(logger: Logger, hashKey: Uint8Array = randomBytes(32)): RequestLog {
  const subjectHash = (session: Session | null): string | null =>
    session === null ? null : createHmac('sha256', hashKey).update(session.subject).digest('hex').slice(0, 12);
  return {
    request: ({ method, route, status, milliseconds, traceId, session }) => {
      const level = status >= 500 ? 'error' : status >= 400 ? 'info' : 'debug';
      if (!logger.isLevelEnabled(level)) return;
      logger[level](
        { method, route, status, ms: Math.round(milliseconds * 10) / 10, traceId, subject: subjectHash(session) },
        'request',
      );
    },
    internalError: (error, traceId) => {
      // A message may quote what was sent; names and stack positions do not.
      const chain: { name: string; at: string }[] = [];
      for (let cause: unknown = error; cause instanceof Error && chain.length < 4; cause = cause.cause)
        chain.push({ name: cause.name, at: frames(cause) });
      logger.error({ traceId, error: chain }, 'internal error');
    },
  };
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ');
}
