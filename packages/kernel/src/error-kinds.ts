/** The kinds of the error family, and what each is over HTTP. */
export const errorKinds = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'stale',
  'quota',
  'closed',
  'unavailable',
  'aborted',
  'internal',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** HTTP status of each kind (RFC 9110, RFC 6585). A quota of the domain is a conflict with the rules, not a rate limit. */
export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  quota: 409,
  closed: 409,
  unavailable: 503,
  aborted: 499,
  internal: 500,
};
