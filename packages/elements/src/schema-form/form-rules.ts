/** The part of `@zhaoshang/rules` that a form uses, and what a description needs of it. */
import type { CompiledCondition, Condition } from '@zhaoshang/rules';
import type { FormCondition, FormDescription } from './description.ts';

export interface FormRules {
  /** Throws where the condition cannot be read. */
  compileCondition(condition: Condition): Pick<CompiledCondition, 'verdict'>;
}

/** Every condition of a description: none, and the rules need not be loaded. */
export function conditionsOf({ steps }: FormDescription): readonly FormCondition[] {
  const fields = steps.flatMap((step) => step.fields);
  return [
    ...steps.map(({ visibleWhen }) => visibleWhen),
    ...fields.map(({ visibleWhen }) => visibleWhen),
    ...fields.map(({ requiredWhen }) => requiredWhen),
    ...fields.flatMap(({ checks = [] }) => checks.map(({ that }) => that)),
  ].filter((condition): condition is FormCondition => condition !== undefined);
}
