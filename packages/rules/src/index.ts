/** Expressions, conditions and decision tables. The sentences about errors (`messages.ts`), XML, JsonLogic and schemas are modules of their own, for their weight. */
export type { CompiledTable } from './compile-table.ts';
export { compileTable } from './compile-table.ts';
export type { ConditionLeaf, ConditionNode } from './condition-node.ts';
export type {
  CheckOptions,
  CompiledCondition,
  Condition,
  ConditionOptions,
  ConditionResult,
  Verdict,
} from './condition.ts';
export { compileCondition } from './condition.ts';
export type { Decision, DecisionError, DecisionErrorCode, DecisionStatus } from './decision.ts';
export type { DecisionTable, HitPolicy, TableInput, TableOutput, TableRule, ValueType } from './decision-table.ts';
export { hitPolicies } from './decision-table.ts';
export type { Evaluated, Expression, UnaryTests } from './expression.ts';
export { compileExpression, compileUnaryTests } from './expression.ts';
export type { FieldOperator } from './field-operators.ts';
export { fieldOperators } from './field-operators.ts';
export type { RuleErrorCode, Warning, WarningCode } from './codes.ts';
export { RuleSyntaxError } from './rule-error.ts';
export type { CompileOptions } from './rule-source.ts';
export type { Facts, RuleContext, RuleFunction, RuleFunctions, RuleValue } from './rule-value.ts';
export { RuleTemporal } from './temporal.ts';
export type { ExplainedCell, ExplainedRow, TableExplanation } from './table-explanation.ts';
export type { VersionErrorCode, Versioned } from './table-version.ts';
export { TableVersionError, chooseVersion } from './table-version.ts';
