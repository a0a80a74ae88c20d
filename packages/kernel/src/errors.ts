/** The one family of errors that crosses every seam of the kit; on the wire it is RFC 9457 problem+json. */

import type { ErrorKind } from './error-kinds.ts';

/** One wrong field: where it is (JSON Pointer, RFC 6901), which rule it breaks, and what to do. */
export interface FieldIssue {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
}

export interface ZsErrorOptions {
  /** Machine-readable facts that go with the code, e.g. the next free slots. */
  readonly data?: unknown;
  readonly fields?: readonly FieldIssue[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds?: number;
  /** Overrides the status of the kind on the wire. */
  readonly status?: number;
  /** The problem number that a citizen can read out to the help desk. */
  readonly traceId?: string;
  readonly cause?: unknown;
}

/** An error with a stable `code`, a `kind` that decides how callers react, and a sentence a citizen can act on. */
export class ZsError extends Error {
  override readonly name = 'ZsError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly data: unknown;
  readonly fields: readonly FieldIssue[];
  readonly retryAfterSeconds: number | undefined;
  /** Status on the wire, where it is not that of the kind (`statusOfKind`). */
  readonly status: number | undefined;
  readonly traceId: string | undefined;

  constructor(kind: ErrorKind, code: string, message: string, options: ZsErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.data = options.data;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.status = options.status;
    this.traceId = options.traceId;
  }
}

/** True for errors of the family, also those made by another copy of this script on the same page. */
export function isZsError(error: unknown): error is ZsError {
  return error instanceof Error && error.name === 'ZsError' && 'kind' in error && 'code' in error;
}

/** Any thrown value as a member of the family; what was not one becomes `aborted`, `unavailable` or `internal`. */
export function asZsError(error: unknown): ZsError {
  if (isZsError(error)) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return new ZsError('aborted', 'aborted', '操作已取消。', { cause: error });
  return new ZsError('internal', 'internal', '系统出了问题，您填写的内容还在。请稍后再试，或拨打咨询电话。', {
    cause: error,
  });
}
