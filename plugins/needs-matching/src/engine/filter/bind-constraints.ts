import { badSchema } from '../engine-error.ts';
import type { Constraint, MatcherSchema } from '../schema/schema.ts';
import {
  type Column,
  DateColumn,
  NumberColumn,
  PointColumn,
  WordColumn,
  WordsColumn,
  columnOf,
} from '../store/columns.ts';
import { ConditionColumn } from '../store/condition-column.ts';
import { conditionConstraint } from './condition-constraint.ts';
import type { BoundConstraint } from './constraint.ts';
import { nearConstraint } from './near-constraint.ts';
import { clearOfConstraint, limitConstraint } from './number-constraints.ts';
import { windowConstraint } from './window-constraint.ts';
import { equalsConstraint, setConstraint } from './word-constraints.ts';

/** One bit each in a signed 32-bit mask. */
const mostConstraints = 31;

export function bindConstraints(
  { constraints }: MatcherSchema,
  columns: ReadonlyMap<string, Column>,
): readonly BoundConstraint[] {
  if (constraints.length > mostConstraints) throw badSchema({ constraints: constraints.length });
  if (new Set(constraints.map(({ name }) => name)).size < constraints.length) throw badSchema({ constraints: 'names' });
  return constraints.map((constraint) => bind(constraint, columns));
}

function bind(constraint: Constraint, columns: ReadonlyMap<string, Column>): BoundConstraint {
  switch (constraint.kind) {
    case 'equals':
      return equalsConstraint(constraint, columnOf(columns, constraint.resource, WordColumn));
    case 'at-least':
    case 'at-most':
      return limitConstraint(constraint, columnOf(columns, constraint.resource, NumberColumn));
    case 'has-all':
    case 'has-any':
    case 'has-none':
      return setConstraint(constraint, columnOf(columns, constraint.resource, WordsColumn));
    case 'overlaps':
      return windowConstraint(
        constraint,
        columnOf(columns, constraint.from, DateColumn),
        columnOf(columns, constraint.to, DateColumn),
      );
    case 'near':
      return nearConstraint(constraint, columnOf(columns, constraint.resource, PointColumn));
    case 'clear-of':
      return clearOfConstraint(
        constraint,
        columnOf(columns, constraint.resource, NumberColumn),
        constraint.band === undefined ? undefined : columnOf(columns, constraint.band, NumberColumn),
      );
    case 'condition':
      return conditionConstraint(constraint, columnOf(columns, constraint.resource, ConditionColumn));
    default:
      throw badSchema({ constraint: (constraint as Constraint).name });
  }
}
