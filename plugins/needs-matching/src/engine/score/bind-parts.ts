import { badSchema } from '../engine-error.ts';
import type { MatcherSchema, ScorePart, Weights } from '../schema/schema.ts';
import {
  type Column,
  DateColumn,
  NumberColumn,
  PointColumn,
  WordColumn,
  WordsColumn,
  columnOf,
} from '../store/columns.ts';
import { fitPart, levelPart, samePart } from './number-parts.ts';
import type { BoundPart } from './part.ts';
import { nearPart, timePart } from './place-and-time-parts.ts';
import { wordsPart } from './words-part.ts';

/** Every part has a weight, every weight a part; whole points, none negative. */
export function bindParts(
  { parts }: MatcherSchema,
  weights: Weights,
  columns: ReadonlyMap<string, Column>,
): readonly BoundPart[] {
  const names = new Set(parts.map(({ name }) => name));
  const stray = Object.keys(weights).find((name) => !names.has(name));
  if (stray !== undefined || names.size < parts.length) throw badSchema({ weight: stray ?? 'names' });
  return parts.map((part) => {
    const weight = weights[part.name];
    if (weight === undefined || !Number.isSafeInteger(weight) || weight < 0 || weight > 1e6)
      throw badSchema({ weight: part.name });
    return bind(part, weight, columns);
  });
}

function bind(part: ScorePart, weight: number, columns: ReadonlyMap<string, Column>): BoundPart {
  switch (part.kind) {
    case 'words':
      return wordsPart(part, weight, columnOf(columns, part.resource, WordsColumn));
    case 'fit':
      return fitPart(part, weight, columnOf(columns, part.resource, NumberColumn));
    case 'level':
      if (part.from === part.to) throw badSchema({ part: part.name });
      return levelPart(part, weight, columnOf(columns, part.resource, NumberColumn));
    case 'same':
      return samePart(part, weight, columnOf(columns, part.resource, WordColumn));
    case 'near':
      if (!(part.farM > part.nearM)) throw badSchema({ part: part.name });
      return nearPart(part, weight, columnOf(columns, part.resource, PointColumn));
    case 'time':
      return timePart(part, weight, columnOf(columns, part.from, DateColumn), columnOf(columns, part.to, DateColumn));
    default:
      throw badSchema({ part: (part as ScorePart).name });
  }
}
