/** One request of an operation, from bytes to bytes. The hot path of the server: few awaits, one parse, one serialisation. */
import { standardError, type Locale, type Session } from '@zhaoshang/kernel';
import type { Runner } from '@zhaoshang/runner';
import { namesTag, versionOf, versionTag, weakTag } from './entity-tag.ts';
import type { OperationRoute } from './operation-routes.ts';
import { readJsonBody } from './request-body.ts';
import { apiHeaders } from './security-headers.ts';

export interface OperationCaller {
  readonly session: Session | null;
  readonly locale: Locale;
  readonly traceId: string;
}

const queryHeaders = {
  ...apiHeaders,
  'Cache-Control': 'private, no-cache',
  Vary: 'Authorization, Cookie, Accept-Language',
};
const jsonHeaders = { ...apiHeaders, 'Content-Type': 'application/json' };

export async function answerQuery(
  runner: Runner,
  route: OperationRoute,
  request: Request,
  search: string,
  caller: OperationCaller,
): Promise<Response> {
  const answer = await runner.run(
    { plugin: route.plugin, operation: route.operation, kind: 'query', input: route.decode(search) },
    caller,
  );
  const body =
    route.raw === undefined
      ? JSON.stringify(answer.output)
      : String((answer.output as Record<string, unknown>)[route.raw.field] ?? '');
  const tag = weakTag(body);
  if (namesTag(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers: { ...queryHeaders, ETag: tag } });
  return new Response(body, {
    status: 200,
    headers: { ...queryHeaders, 'Content-Type': route.raw?.mediaType ?? 'application/json', ETag: tag },
  });
}

export async function answerCommand(
  runner: Runner,
  route: OperationRoute,
  request: Request,
  caller: OperationCaller,
  bodyLimit: number,
): Promise<Response> {
  const idempotencyKey = request.headers.get('idempotency-key');
  if (idempotencyKey === null || idempotencyKey === '')
    throw standardError('key-required', caller.locale, { status: 400 });
  const expectedVersion = versionOf(request.headers.get('if-match'));
  if (expectedVersion === null) throw standardError('malformed-request', caller.locale, { status: 400 });
  const input = await readJsonBody(request, bodyLimit, caller.locale);
  const answer = await runner.run(
    {
      plugin: route.plugin,
      operation: route.operation,
      kind: 'command',
      input,
      idempotencyKey,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    },
    caller,
  );
  const { output } = answer;
  const version =
    output !== null && typeof output === 'object' ? (output as Record<string, unknown>).version : undefined;
  const headers: Record<string, string> = { ...jsonHeaders };
  if (typeof version === 'number') headers.ETag = versionTag(version);
  if (answer.replayed === true) headers['Idempotency-Replayed'] = 'true';
  return new Response(JSON.stringify({ result: output, events: answer.events }), { status: 200, headers });
}
