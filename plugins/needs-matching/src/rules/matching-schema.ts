/** What the engine matches by, out of the settings of the zone. One matcher per category: a category is never traded for points. */
import type { MatcherSchema, Constraint } from '../engine/types.ts';
import type { CategoryConfig } from '../model/config-catalogue.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';

/** Conditions that nothing makes up for: never a near miss, no reason overrides them. */
export const redLines: readonly string[] = ['reserve', 'yangtze'];
/** Conditions that end the question, red lines and "that is not what it does". */
export const gates: readonly string[] = ['open', 'subject', ...redLines];

export const specField = (code: string): string => `spec-${code}`;

export function matchingSchema(config: NeedsMatchingConfig, category: CategoryConfig): MatcherSchema {
  const specs = config.specs.filter(({ categories }) => categories.includes(category.code));
  const constraints: Constraint[] = [
    // Red lines come first: behind a failed gate nothing else is asked.
    ...(category.site ? redLineConstraints : []),
    { name: 'open', kind: 'equals', resource: 'state', need: 'state', gate: true },
    { name: 'subject', kind: 'has-any', resource: 'subjects', need: 'subjects', gate: true },
    ...(category.site ? [readyConstraint] : []),
    { name: 'window', kind: 'overlaps', from: 'from', to: 'to', needFrom: 'from', needTo: 'to' },
    { name: 'unit', kind: 'equals', resource: 'unit', need: 'unit' },
    { name: 'quantity', kind: 'at-least', resource: 'amount', need: 'quantity' },
    { name: 'eligibility', kind: 'condition', resource: 'conditions' },
    { name: 'features', kind: 'has-all', resource: 'features', need: 'features' },
    ...specs.map(({ code }): Constraint => ({
      name: specField(code),
      kind: 'at-least',
      resource: specField(code),
      need: specField(code),
    })),
  ];
  return {
    fields: {
      title: { kind: 'text' },
      description: { kind: 'text' },
      state: { kind: 'word' },
      subjects: { kind: 'words' },
      features: { kind: 'words' },
      tags: { kind: 'words' },
      from: { kind: 'date' },
      to: { kind: 'date' },
      unit: { kind: 'word' },
      amount: { kind: 'number' },
      conditions: { kind: 'condition' },
      place: { kind: 'point' },
      eco: { kind: 'number' },
      ready: { kind: 'word' },
      reserveM: { kind: 'number' },
      reserveBandM: { kind: 'number' },
      yangtzeM: { kind: 'number' },
      yangtzeBandM: { kind: 'number' },
      ...Object.fromEntries(specs.map(({ code }) => [specField(code), { kind: 'number' as const }])),
    },
    constraints,
    parts: [
      {
        name: 'tags',
        kind: 'words',
        resource: 'tags',
        need: 'tags',
        textShare: config.scoring.textSharePct / 100,
      },
      { name: 'capacity', kind: 'fit', resource: 'amount', need: 'quantity' },
      { name: 'time', kind: 'time', from: 'from', to: 'to', needFrom: 'from', needTo: 'to' },
      {
        name: 'location',
        kind: 'near',
        resource: 'place',
        need: 'place',
        nearM: config.scoring.nearM,
        farM: config.scoring.farM,
      },
      { name: 'eco', kind: 'level', resource: 'eco', from: 0, to: 100 },
    ],
    earliest: 'from',
  };
}

/** RISK-5: distances that an industry must keep. */
const redLineConstraints: readonly Constraint[] = [
  { name: 'reserve', kind: 'clear-of', resource: 'reserveM', need: 'reserveM', band: 'reserveBandM', gate: true },
  { name: 'yangtze', kind: 'clear-of', resource: 'yangtzeM', need: 'yangtzeM', band: 'yangtzeBandM', gate: true },
];

/** RES-2: only cleared and served parcels. */
const readyConstraint: Constraint = {
  name: 'ready',
  kind: 'equals',
  resource: 'ready',
  need: 'ready',
  whenAbsent: 'no-limit',
};
