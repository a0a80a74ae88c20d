/** The sample zone as the engine reads it. */
import type { MatcherSchema, NeedFacts, ResourceFacts } from '../../src/engine/types.ts';

export const zoneSchema: MatcherSchema = {
  fields: {
    category: { kind: 'word' },
    available: { kind: 'number' },
    areaMu: { kind: 'number' },
    ready: { kind: 'words' },
    from: { kind: 'date' },
    to: { kind: 'date' },
    tags: { kind: 'words' },
    features: { kind: 'words' },
    conditions: { kind: 'condition' },
    place: { kind: 'point' },
    title: { kind: 'text' },
    description: { kind: 'text' },
  },
  constraints: [
    { name: 'category', kind: 'equals', resource: 'category', need: 'category', gate: true },
    { name: 'capacity', kind: 'at-least', resource: 'available', need: 'amount' },
    { name: 'area', kind: 'at-least', resource: 'areaMu', need: 'areaFrom' },
    { name: 'lot', kind: 'at-most', resource: 'areaMu', need: 'areaTo' },
    { name: 'ready', kind: 'has-all', resource: 'ready', need: 'ready' },
    { name: 'window', kind: 'overlaps', from: 'from', to: 'to', needFrom: 'from', needTo: 'deadline' },
    { name: 'features', kind: 'has-all', resource: 'features', need: 'requires' },
    { name: 'conditions', kind: 'condition', resource: 'conditions' },
  ],
  parts: [
    { name: 'tags', kind: 'words', resource: 'tags', need: 'tags' },
    { name: 'capacity', kind: 'fit', resource: 'available', need: 'amount' },
    { name: 'time', kind: 'time', from: 'from', to: 'to', needFrom: 'from', needTo: 'deadline' },
    { name: 'location', kind: 'near', resource: 'place', need: 'place', nearM: 3_000, farM: 40_000 },
    { name: 'eco', kind: 'words', resource: 'tags', need: 'ecoTags', textShare: 0 },
  ],
  earliest: 'from',
};

export interface ZoneFixture {
  readonly asOf: string;
  readonly resources: readonly ResourceFacts[];
  readonly needs: readonly (NeedFacts & {
    readonly expected: 'match' | 'near-miss' | 'none';
    readonly candidate: string | null;
  })[];
}
