/** Requests for every operation of an OpenAPI document, and the places in them where text goes. */

export interface Part {
  readonly [name: string]: any;
}

export interface Sample {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Body of a command, or parameters of a query. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly versioned: boolean;
}

/** A place inside an input, as keys from the outside in. */
export type Place = readonly (string | number)[];

/** One sample per operation; `known` gives values of fields by name, so that the requests get past the first check. */
export function samplesOf(document: Part, known: Readonly<Record<string, unknown>>): Sample[] {
  return Object.entries(document.paths as Record<string, Part>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Sample => {
      const schema = operation.requestBody?.content['application/json'].schema as Part | undefined;
      const parameters = (operation.parameters ?? []) as Part[];
      const input =
        schema === undefined
          ? Object.fromEntries(
              parameters
                .filter((each) => each.in === 'query')
                .map(({ name, schema: type }) => [name, valueOf(type, document, known, name)]),
            )
          : (valueOf(schema, document, known) as Record<string, unknown>);
      return {
        operationId: operation.operationId,
        method: method.toUpperCase() as 'GET' | 'POST',
        path,
        input,
        versioned: parameters.some(({ name }) => name === 'If-Match'),
      };
    }),
  );
}

function valueOf(schema: Part, document: Part, known: Readonly<Record<string, unknown>>, name = ''): unknown {
  if (typeof schema.$ref === 'string') {
    const target = schema.$ref
      .split('/')
      .slice(1)
      .reduce((part: Part, key: string) => part[key] as Part, document);
    return valueOf(target, document, known, name);
  }
  if (known[name] !== undefined) return known[name];
  const variant = (schema.anyOf ?? schema.oneOf)?.[0] as Part | undefined;
  if (variant !== undefined) return valueOf(variant, document, known, name);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Part>).map(([key, type]) => [
          key,
          valueOf(type, document, known, key),
        ]),
      );
    case 'array':
      return [valueOf(schema.items as Part, document, known, name)];
    case 'integer':
    case 'number':
      return Math.max(1, (schema.minimum as number | undefined) ?? 1);
    case 'boolean':
      return true;
    default:
      return 'x'.repeat(Math.max(1, (schema.minLength as number | undefined) ?? 1));
  }
}

/** Every place of the value that holds text or a number. */
export function placesIn(value: unknown, at: Place = []): Place[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => placesIn(each, [...at, index]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]));
  return [at];
}

/** A copy with another value at that place. */
export function withValueAt(value: unknown, [key, ...rest]: Place, next: unknown): unknown {
  if (key === undefined) return next;
  if (Array.isArray(value)) return value.map((each, index) => (index === key ? withValueAt(each, rest, next) : each));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: withValueAt(record[key], rest, next) };
}
