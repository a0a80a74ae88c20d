/** Errors on the wire: RFC 9457 problem+json, with a stable code and a sentence a citizen can act on. */
import {
  asZsError,
  newId,
  standardError,
  statusOfKind,
  type ErrorKind,
  type Locale,
  type Localized,
  type ZsError,
} from '@zhaoshang/kernel';
import { apiHeaders } from './security-headers.ts';

export const problemType = (code: string): string => `urn:zhaoshang:problem:${code}`;

const titles: Readonly<Record<ErrorKind, Localized>> = {
  invalid: { 'zh-CN': '内容需要修改', en: 'Something needs a change' },
  unauthenticated: { 'zh-CN': '需要登录', en: 'Sign in first' },
  forbidden: { 'zh-CN': '没有权限', en: 'Not allowed' },
  'not-found': { 'zh-CN': '没有找到', en: 'Not found' },
  conflict: { 'zh-CN': '与现有记录冲突', en: 'In conflict with an existing record' },
  stale: { 'zh-CN': '内容已更新', en: 'Changed in the meantime' },
  quota: { 'zh-CN': '超出限额', en: 'Over the limit' },
  closed: { 'zh-CN': '现在不能办理', en: 'Not open now' },
  unavailable: { 'zh-CN': '暂时不能办理', en: 'Not available for the moment' },
  aborted: { 'zh-CN': '已取消', en: 'Cancelled' },
  internal: { 'zh-CN': '系统出了问题', en: 'Something went wrong' },
};

const statusOf = (error: ZsError): number => error.status ?? statusOfKind[error.kind];

/** What an error says on the wire. `errorId` is the number a citizen can read out to the help desk. */
export function problemBody(error: ZsError, locale: Locale, errorId: string): Record<string, unknown> {
  return {
    type: problemType(error.code),
    title: titles[error.kind][locale],
    status: statusOf(error),
    detail: error.message,
    instance: `urn:zhaoshang:trace:${errorId}`,
    code: error.code,
    kind: error.kind,
    traceId: errorId,
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
    ...(error.data === undefined ? {} : { data: error.data }),
  };
}

export interface ProblemOptions {
  readonly locale: Locale;
  readonly traceId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The response for any thrown value; what is not of the family becomes `internal` without its message. */
export function problemResponse(thrown: unknown, { locale, traceId, headers }: ProblemOptions): Response {
  const family = asZsError(thrown);
  const error = family.kind === 'internal' ? standardError('internal', locale) : family;
  const body = problemBody(error, locale, family.traceId ?? traceId ?? newId('tr'));
  return new Response(JSON.stringify(body), {
    status: statusOf(error),
    headers: {
      ...apiHeaders,
      'Content-Type': 'application/problem+json',
      'Content-Language': locale,
      ...(error.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(error.retryAfterSeconds) }),
      ...(error.kind === 'unauthenticated' ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...headers,
    },
  });
}
