/** Flat query parameters as the input of a query: types come from the JSON Schema of the operation's input. */
import type { Schema } from '@zhaoshang/kernel/schema.ts';
import { jsonSchemaOf, type JsonSchema } from '@zhaoshang/kernel/json-schema.ts';

type Scalar = 'string' | 'number' | 'boolean';
interface Parameter {
  readonly scalar: Scalar;
  readonly list: boolean;
}

/** Names, types and whether a parameter may repeat. Throws a TypeError for an input that cannot travel in a query string. */
export function queryParameters(schema: Schema<any, any>): ReadonlyMap<string, Parameter> {
  const { properties } = jsonSchemaOf(schema, 'input') as { properties?: Record<string, JsonSchema> };
  return new Map(
    Object.entries(properties ?? {}).map(([name, property]) => {
      const list = property.type === 'array';
      return [name, { list, scalar: scalarOf(list ? (property.items as JsonSchema) : property, name) }];
    }),
  );
}

/** A decoder for one operation; parameters it does not know are ignored, wrong ones stay text for the schema to refuse. */
export function createQueryDecoder(schema: Schema<any, any>): (search: string) => Record<string, unknown> {
  const parameters = queryParameters(schema);
  return (search) => {
    const input: Record<string, unknown> = {};
    if (search === '') return input;
    const given = new URLSearchParams(search);
    for (const [name, { scalar, list }] of parameters) {
      if (!given.has(name)) continue;
      const values = given.getAll(name).map((value) => decode(value, scalar));
      // Twice the same name where one value is meant: the list goes on, so that the schema says what is wrong.
      input[name] = list || values.length > 1 ? values : values[0];
    }
    return input;
  };
}

function scalarOf(schema: JsonSchema, name: string): Scalar {
  const variants = (schema.anyOf ?? schema.oneOf ?? [schema]) as readonly JsonSchema[];
  const types = new Set<unknown>(
    variants
      .flatMap((variant) => variant.type ?? typeof (variant.const ?? (variant.enum as unknown[] | undefined)?.[0]))
      .map((type) => (type === 'integer' ? 'number' : type)),
  );
  types.delete('undefined');
  types.delete('null');
  if (types.size > 1 || types.has('object') || types.has('array'))
    throw new TypeError(
      `Query parameter "${name}" must be a scalar or a list of scalars, because it travels in a URL.`,
    );
  return ([...types][0] as Scalar | undefined) ?? 'string';
}

function decode(value: string, scalar: Scalar): unknown {
  if (scalar === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  if (scalar === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}
