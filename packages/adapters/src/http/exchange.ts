/** One request and its answer: bounded tries, a limit in time per try, problems as errors of the family. */
import { isZsError, nearestLocale, ZsError, type ErrorKind, type FieldIssue } from '@zhaoshang/kernel';
import type { HttpAdapterOptions } from '../http.ts';

export interface Exchanged {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly tag: string | null;
  readonly replayed: boolean;
  readonly response: Response;
}

/** `stream` hands the response over as soon as its head is there, without a limit in time and without another try. */
export type Exchange = (
  url: string,
  init: { method?: string; body?: string; headers?: Record<string, string> },
  signal?: AbortSignal,
  stream?: boolean,
) => Promise<Exchanged>;

const longestWaitMs = 10_000;
const kindByStatus: Readonly<Record<number, ErrorKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
};

const aborted = (): ZsError => new ZsError('aborted', 'aborted', '操作已取消。');

export function createExchange(options: HttpAdapterOptions): Exchange {
  const { tries = 3, timeoutMs = 15_000, credentials = 'same-origin' } = options;
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  const locale =
    options.locale ?? (() => nearestLocale(typeof document === 'object' ? document.documentElement.lang : ''));

  const attempt = async (...[url, init, signal, stream]: Parameters<Exchange>): Promise<Exchanged> => {
    const limit = new AbortController();
    const abort = (): void => limit.abort();
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener('abort', abort);
    try {
      const headers: Record<string, string> = { 'Accept-Language': locale(), ...init.headers };
      const token = await options.token?.();
      if (token) headers.Authorization = `Bearer ${token}`;
      const response = await send(url, { ...init, headers, credentials, signal: limit.signal });
      const { status } = response;
      const facts = {
        status,
        tag: response.headers.get('etag'),
        replayed: response.headers.get('idempotency-replayed') === 'true',
        response,
      };
      if (stream === true && response.ok) return { ...facts, body: null, text: '' };
      const text = await response.text();
      if (status === 304) return { ...facts, body: null, text };
      if (!response.ok) throw problemOf(response, text);
      return { ...facts, body: parse(text), text };
    } finally {
      clearTimeout(timer);
      // A stream lasts as long as its signal does.
      if (stream !== true) signal?.removeEventListener('abort', abort);
    }
  };

  const problemOf = (response: Response, text: string): ZsError => {
    let problem: Record<string, unknown> = {};
    try {
      problem = JSON.parse(text) as Record<string, unknown>;
    } catch {
      // A gateway's page: its status is all it says.
    }
    const { status } = response;
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    const { code, kind, detail, data, fields, traceId } = problem ?? {};
    const facts = {
      status,
      data,
      fields: Array.isArray(fields) ? (fields as FieldIssue[]) : [],
      ...(retryAfter >= 0 ? { retryAfterSeconds: retryAfter } : {}),
      ...(typeof traceId === 'string' ? { traceId } : {}),
    };
    if (typeof code === 'string' && typeof kind === 'string')
      return new ZsError(kind as ErrorKind, code, String(detail), facts);
    return new ZsError(kindByStatus[status] ?? 'unavailable', `http-${status}`, sentence(), facts);
  };

  const parse = (text: string): unknown => {
    try {
      const body = JSON.parse(text) as unknown;
      if (body !== null && typeof body === 'object') return body;
    } catch {
      // Below: whatever it was, it was not an answer of ours (a login page, say).
    }
    throw new ZsError('unavailable', 'malformed-answer', sentence());
  };

  const sentence = (): string =>
    locale() === 'en'
      ? 'There is no connection to the service. Check the network and try again.'
      : '没有连上服务，请检查网络后再试。';

  return async (url, init, signal, stream) => {
    for (let turn = 1; ; turn += 1) {
      let waitMs = Math.random() * 300 * 2 ** turn;
      try {
        if (signal?.aborted === true) throw aborted();
        return await attempt(url, init, signal, stream);
      } catch (error) {
        if (signal?.aborted === true) throw aborted();
        const last = turn >= tries || stream === true;
        if (isZsError(error)) {
          const after = error.retryAfterSeconds ?? 0;
          if (
            last ||
            ![429, 502, 503, 504].includes(error.status ?? 0) ||
            after * 1000 > longestWaitMs ||
            error.code === 'malformed-answer'
          )
            throw error;
          waitMs += after * 1000;
        } else if (last) throw new ZsError('unavailable', 'unreachable', sentence(), { cause: error });
      }
      await pause(waitMs, signal);
    }
  };
}

/** Waits, but not past an abort. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}
