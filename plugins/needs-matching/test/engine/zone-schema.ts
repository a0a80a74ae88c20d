/** A schema with a constraint and a score part of almost every kind. */
import type { MatcherSchema } from '../../src/engine/types.ts';

export const schema: MatcherSchema = {
  fields: {
    category: { kind: 'word' },
    capacity: { kind: 'number' },
    price: { kind: 'number' },
    from: { kind: 'date' },
    to: { kind: 'date' },
    tags: { kind: 'words' },
    features: { kind: 'words' },
    eco: { kind: 'number' },
    town: { kind: 'word' },
    distance: { kind: 'number' },
    band: { kind: 'number' },
    rules: { kind: 'condition' },
    title: { kind: 'text' },
  },
  constraints: [
    { name: 'category', kind: 'equals', resource: 'category', need: 'category', gate: true },
    { name: 'capacity', kind: 'at-least', resource: 'capacity', need: 'quantity' },
    { name: 'price', kind: 'at-most', resource: 'price', need: 'budget', whenAbsent: 'no-limit' },
    { name: 'window', kind: 'overlaps', from: 'from', to: 'to', needFrom: 'from', needTo: 'deadline' },
    { name: 'features', kind: 'has-all', resource: 'features', need: 'requires' },
    { name: 'excluded', kind: 'has-none', resource: 'tags', need: 'without' },
    { name: 'any', kind: 'has-any', resource: 'tags', need: 'oneOf' },
    { name: 'reserve', kind: 'clear-of', resource: 'distance', need: 'clearance', band: 'band' },
    { name: 'rules', kind: 'condition', resource: 'rules' },
  ],
  parts: [
    { name: 'tags', kind: 'words', resource: 'tags', need: 'tags' },
    { name: 'capacity', kind: 'fit', resource: 'capacity', need: 'quantity' },
    { name: 'time', kind: 'time', from: 'from', to: 'to', needFrom: 'from', needTo: 'deadline' },
    { name: 'location', kind: 'same', resource: 'town', need: 'town' },
    { name: 'eco', kind: 'level', resource: 'eco', from: 0, to: 100 },
  ],
  earliest: 'from',
};
export const weights = { tags: 40, capacity: 20, time: 15, location: 15, eco: 10 };
