/** OpenAPI 3.1 from the contracts: paths, schemas, errors, headers, roles and the requirements each operation serves. */
import { pathOf, standardErrors, statusOfKind, type Contract, type ErrorSpec, type Operation } from '@zhaoshang/kernel';
import { jsonSchemaOf, type JsonSchema } from '@zhaoshang/kernel/json-schema.ts';

export interface OpenApiOptions {
  readonly basePath: string;
  readonly title?: string;
  readonly version?: string;
}

type Part = Record<string, unknown>;

const json = (schema: unknown): Part => ({ 'application/json': { schema } });
const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const header = (description: string, schema: Part = { type: 'string' }): Part => ({ description, schema });

/** The document as a plain object. */
export function openApiOf(contracts: readonly Contract[], options: OpenApiOptions): Part {
  const paths: Record<string, Part> = {};
  for (const contract of contracts)
    for (const [name, operation] of Object.entries(contract.operations)) {
      const path = `${options.basePath}/${contract.name}/${pathOf(name)}`;
      if (operation.kind === 'command') paths[path] = { post: commandOf(contract, name, operation) };
      else {
        paths[path] = { get: queryOf(contract, name, operation) };
        if (operation.raw !== undefined)
          paths[`${path}${operation.raw.suffix}`] = { get: rawOf(contract, name, operation) };
      }
    }
  return {
    openapi: '3.1.0',
    info: {
      title: options.title ?? 'Zhaoshang Kit 招商协作组件',
      version: options.version ?? '0.1.0',
      description: 'Generated from the contracts of the plugins that this server runs.',
    },
    tags: contracts.map(({ name, title }) => ({ name, description: `${title['zh-CN']} ${title.en}` })),
    paths: { ...paths, ...ownPaths(options.basePath) },
    components: {
      schemas: { Problem: problemSchema, Event: eventSchema, Session: sessionSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    'x-events': Object.fromEntries(
      contracts.flatMap(({ events }) =>
        Object.entries(events).map(([name, { summary, payload, audience }]) => [
          name,
          { summary, audience, payload: jsonSchemaOf(payload, 'output') },
        ]),
      ),
    ),
  };
}

function common(contract: Contract, name: string, operation: Operation): Part {
  const anyone = operation.roles.includes('anyone');
  return {
    operationId: `${contract.name}.${name}`,
    summary: operation.summary,
    tags: [contract.name],
    security: anyone ? [{}, { bearer: [] }] : [{ bearer: [] }],
    'x-roles': operation.roles,
    'x-requirements': operation.requirements,
  };
}

function queryOf(contract: Contract, name: string, operation: Operation): Part {
  return {
    ...common(contract, name, operation),
    parameters: [
      ...queryParametersOf(operation),
      { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } },
      languageParameter,
    ],
    responses: {
      200: {
        description: operation.summary,
        headers: { ETag: header('Weak tag of the body.') },
        content: json(jsonSchemaOf(operation.output, 'output')),
      },
      304: { description: 'Not changed since the tag in If-None-Match.' },
      ...problemsOf(contract, operation),
    },
  };
}

function rawOf(contract: Contract, name: string, operation: Operation): Part {
  const raw = operation.kind === 'query' ? operation.raw : undefined;
  return {
    ...common(contract, name, operation),
    operationId: `${contract.name}.${name}.raw`,
    parameters: queryParametersOf(operation),
    responses: {
      200: {
        description: operation.summary,
        content: { [raw?.mediaType ?? 'text/plain']: { schema: { type: 'string' } } },
      },
      ...problemsOf(contract, operation),
    },
  };
}

function commandOf(contract: Contract, name: string, operation: Operation): Part {
  const versioned = operation.kind === 'command' && operation.versioned === true;
  return {
    ...common(contract, name, operation),
    ...(operation.kind === 'command' && operation.events !== undefined ? { 'x-events': operation.events } : {}),
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: 'Made by the caller at the click; the same key gives the same first result.',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
      ...(versioned
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              description: 'Version that the caller has seen, as `"v3"`.',
              schema: { type: 'string', pattern: '^"v\\d+"$' },
            },
          ]
        : []),
      languageParameter,
    ],
    requestBody: { required: true, content: json(jsonSchemaOf(operation.input, 'input')) },
    responses: {
      200: {
        description: operation.summary,
        headers: {
          ETag: header('Version of the result, if it has one, as `"v3"`.'),
          'Idempotency-Replayed': header('`true` when the first result of this key was returned again.'),
        },
        content: json({
          type: 'object',
          required: ['result', 'events'],
          properties: {
            result: jsonSchemaOf(operation.output, 'output'),
            events: { type: 'array', items: { $ref: '#/components/schemas/Event' } },
          },
        }),
      },
      ...problemsOf(contract, operation),
    },
  };
}

function queryParametersOf(operation: Operation): Part[] {
  const schema = jsonSchemaOf(operation.input, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) === true,
    schema: property,
    ...(property.type === 'array' ? { style: 'form', explode: true } : {}),
  }));
}

/** Declared errors of the operation and those every operation may answer with, gathered by status. */
function problemsOf(contract: Contract, operation: Operation): Part {
  const general: [string, ErrorSpec, number?][] = [
    ['invalid-input', standardErrors['invalid-input']],
    ['rate-limited', standardErrors['rate-limited'], 429],
    ['busy', standardErrors.busy],
    ['internal', standardErrors.internal],
  ];
  if (!operation.roles.includes('anyone'))
    general.push(['session-required', standardErrors['session-required']], ['forbidden', standardErrors.forbidden]);
  if (operation.kind === 'command') {
    general.push(['key-required', standardErrors['key-required'], 400], ['key-reused', standardErrors['key-reused']]);
    if (operation.versioned === true)
      general.push(['version-required', standardErrors['version-required'], 428], ['stale', standardErrors.stale]);
  }
  for (const code of operation.errors ?? []) general.push([code, contract.errors[code] as ErrorSpec]);
  const byStatus = new Map<number, [string, ErrorSpec][]>();
  for (const [code, spec, status = statusOfKind[spec.kind]] of general)
    byStatus.set(status, [...(byStatus.get(status) ?? []), [code, spec]]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, list]) => [
        status,
        {
          description: list.map(([code, { message }]) => `\`${code}\`: ${message.en}`).join('\n\n'),
          content: problemContent,
          'x-codes': Object.fromEntries(
            list.map(([code, { data }]) => [code, data === undefined ? {} : { data: jsonSchemaOf(data, 'output') }]),
          ),
          ...(status === 429 || status === 503
            ? { headers: { 'Retry-After': header('Seconds to wait.', { type: 'integer' }) } }
            : {}),
        },
      ]),
  );
}

function ownPaths(basePath: string): Record<string, Part> {
  return {
    [`${basePath}/session`]: {
      get: {
        operationId: 'session',
        summary: 'Who the server takes the caller for, and its clock',
        responses: {
          200: {
            description: 'The session, or null',
            content: json({
              type: 'object',
              required: ['session', 'serverTime'],
              properties: {
                session: { anyOf: [{ $ref: '#/components/schemas/Session' }, { type: 'null' }] },
                serverTime: { type: 'string', format: 'date-time' },
              },
            }),
          },
        },
      },
    },
    [`${basePath}/events`]: {
      get: {
        operationId: 'events',
        summary: 'Server-sent events that the caller may hear; ids are places in the outbox',
        parameters: [
          { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
          { name: 'after', in: 'query', required: false, schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'A stream', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        },
      },
    },
    [`${basePath}/events/since`]: {
      get: {
        operationId: 'eventsSince',
        summary: 'What a page that cannot stream missed',
        parameters: [{ name: 'after', in: 'query', required: false, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'Where to go on, and events',
            content: json({
              type: 'object',
              required: ['sequence', 'reset', 'events'],
              properties: {
                sequence: { type: 'integer' },
                reset: { type: 'boolean' },
                events: { type: 'array', items: { $ref: '#/components/schemas/Event' } },
              },
            }),
          },
          304: { description: 'Nothing new.' },
        },
      },
    },
  };
}

const languageParameter = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'Language of error sentences: zh-CN or en.',
  schema: { type: 'string' },
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'detail', 'code', 'kind', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and what to do, for the person concerned.' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable; what programs look at.' },
    kind: { type: 'string', enum: Object.keys(statusOfKind) },
    traceId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'rule', 'message'],
        properties: { pointer: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
      },
    },
    data: {},
  },
};

const eventSchema = {
  type: 'object',
  required: ['id', 'name', 'payload', 'at'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    payload: {},
    at: { type: 'string', format: 'date-time' },
  },
};

const sessionSchema = {
  type: 'object',
  required: ['subject', 'displayName', 'roles', 'zone'],
  properties: {
    subject: { type: 'string' },
    displayName: { type: 'string' },
    roles: { type: 'array', items: { type: 'string' } },
    zone: { type: 'string' },
    enterprise: { type: 'object', properties: { uscc: { type: 'string' }, name: { type: 'string' } } },
    department: { type: 'string' },
    expiresAt: { type: 'string' },
  },
};
