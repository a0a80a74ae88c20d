/** What departments do with their list of resources (RES-1, RES-2, RES-8, RES-10). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, isoDate, pageInput, pageOf, text, z } from '@zhaoshang/kernel/schema.ts';
import { resourceStates } from '../model/states.ts';
import * as view from '../views.ts';
import { anyone, keepers, reason, resourceFields, staff, stockChanges } from './terms.ts';

const cell = z.union([text(2_000), z.number(), z.boolean(), z.null()]);

export const resourceOperations = {
  resources: query({
    summary: 'Resources by title, with filters; closed ones only for whom it concerns.',
    requirements: ['RES-1', 'RES-8', 'DEC-11'],
    roles: anyone,
    input: z.object({
      type: z.optional(identifier),
      provider: z.optional(identifier),
      steward: z.optional(identifier),
      townCode: z.optional(identifier),
      tag: z.optional(text(20, 1)),
      /** Words of title, description and particulars; ranked by them when given. */
      search: z.optional(text(60, 1)),
      state: z.optional(z.enum(resourceStates)),
      availableOnly: z.optional(z.boolean()),
      /** Parcels: only 熟地. */
      readyOnly: z.optional(z.boolean()),
      ...pageInput,
    }),
    output: pageOf(view.resourceView),
  }),
  resource: query({
    summary: 'One resource.',
    requirements: ['RES-1'],
    roles: anyone,
    input: z.object({ resourceId: identifier }),
    output: view.resourceView,
  }),
  createResource: command({
    summary: 'Adds a resource to the list of a provider the caller keeps; a loan only with public criteria.',
    requirements: ['RES-1', 'RES-3', 'RES-8'],
    roles: keepers,
    input: z.object(resourceFields),
    output: view.resourceView,
    errors: ['no-such-category', 'no-such-choice', 'no-such-provider', 'code-taken', 'same-resource', 'value-unfit'],
    events: stockChanges,
  }),
  updateResource: command({
    summary: 'Changes a resource; its capacity never falls below what is promised.',
    requirements: ['RES-1', 'RES-2', 'RES-8'],
    roles: keepers,
    versioned: true,
    input: z.object({ resourceId: identifier, ...resourceFields }),
    output: view.resourceView,
    errors: [
      'no-such-category',
      'no-such-choice',
      'no-such-provider',
      'code-taken',
      'same-resource',
      'capacity-in-use',
      'value-unfit',
    ],
    events: stockChanges,
  }),
  closeResource: command({
    summary: 'Takes a resource off the list, with the reason; what is promised stays promised.',
    requirements: ['RES-8'],
    roles: keepers,
    versioned: true,
    input: z.object({ resourceId: identifier, reason }),
    output: view.resourceView,
    errors: ['wrong-state'],
    events: stockChanges,
  }),
  reopenResource: command({
    summary: 'Puts a closed resource back on the list.',
    requirements: ['RES-8'],
    roles: keepers,
    versioned: true,
    input: z.object({ resourceId: identifier }),
    output: view.resourceView,
    errors: ['wrong-state'],
    events: stockChanges,
  }),
  importResources: command({
    summary: 'Rows of a sheet: `preview` says what would become of each, `apply` does it; errors are told row by row.',
    requirements: ['RES-8', 'INFO-9'],
    roles: keepers,
    input: z.object({
      mode: z.enum(['preview', 'apply']),
      /** What becomes of a row whose code, or type, title and provider, are there already. */
      onDuplicate: z.enum(['skip', 'update']),
      /** Column → cell, with the column names of `exportResources`. */
      rows: z.array(z.record(z.string().check(z.maxLength(60)), cell)).check(z.minLength(1), z.maxLength(2_000)),
    }),
    output: z.object({
      rows: z.array(view.importRowView),
      created: z.number(),
      updated: z.number(),
      skipped: z.number(),
      invalid: z.number(),
    }),
    errors: ['too-many-rows'],
    events: ['needs-matching.resources-imported'],
  }),
  exportResources: query({
    summary:
      'The resources a provider or department keeps, as rows and as CSV (RFC 4180, UTF-8); formulas are defused.',
    requirements: ['RES-8', 'RISK-12'],
    roles: staff,
    input: z.object({
      steward: z.optional(identifier),
      provider: z.optional(identifier),
      type: z.optional(identifier),
    }),
    output: z.object({
      columns: z.array(z.object({ name: z.string(), label: z.string() })),
      rows: z.array(z.array(z.string())),
      csv: z.string(),
      asOf: z.string(),
    }),
    raw: { field: 'csv', mediaType: 'text/csv; charset=utf-8', suffix: '.csv' },
  }),
  unservedDemand: query({
    summary: 'Demand in a department’s categories that its resources cannot meet now.',
    requirements: ['RES-8', 'INFO-1'],
    roles: staff,
    input: z.object({ department: z.optional(identifier), until: z.optional(isoDate) }),
    output: z.object({ items: z.array(view.unservedView), asOf: z.string() }),
  }),
} as const;
