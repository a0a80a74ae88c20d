/** JSON Schema of contract schemas, for routes and OpenAPI. Server only: a page's bundle must never reach this module. */
import { toJSONSchema } from 'zod/v4/core';
import type { Schema } from './schema.ts';

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What travels: `input` is what a caller may send, `output` what an answer holds. */
export function jsonSchemaOf(schema: Schema<any, any>, direction: 'input' | 'output'): JsonSchema {
  const { $schema, ...rest } = toJSONSchema(schema, { io: direction, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  void $schema;
  return rest;
}
