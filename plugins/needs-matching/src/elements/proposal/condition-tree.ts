/** Three-valued conditions of a policy: every group must hold, a group holds when one of its questions does (INFO-5). */
import { tag } from '@zhaoshang/elements/views/tag.ts';
import type { TagKind } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { conditionRows, verdictIcons } from './condition-rows.ts';
import type { CheckVerdict, ConditionRow } from './condition-rows.ts';
import type { ConditionGroup, ConditionLeaf, Verdict } from './proposal-types.ts';
import type { ProposalWords } from './proposal-words.ts';

const checks = { yes: 'pass', no: 'fail', unknown: 'unknown' } as const satisfies Record<Verdict, CheckVerdict>;
const kinds = { yes: 'positive', no: 'negative', unknown: 'caution' } as const satisfies Record<Verdict, TagKind>;

/** 符合, 不符合 or 待核实 with its icon. Needs `tagStyles`. */
export function verdictTag({ msg }: ProposalWords, verdict: Verdict): TemplateResult {
  return tag(kinds[verdict], msg(checks[verdict]), verdictIcons[checks[verdict]]);
}

export interface ConditionTreeParts {
  /** What can be done about a question that is not answered: stands in the last column. */
  readonly act?: (leaf: ConditionLeaf) => unknown;
}

/** Single questions in one table, each choice of several in one of its own. Needs `proposalStyles` and `tagStyles`. */
export function conditionTree(
  words: ProposalWords,
  groups: readonly ConditionGroup[],
  { act }: ConditionTreeParts = {},
): TemplateResult {
  const { msg } = words;
  if (groups.length === 0) return html`<p class="zs-small zs-muted">${msg('noConditions')}</p>`;
  const row = (leaf: ConditionLeaf): ConditionRow => rowOf(words, leaf, act?.(leaf));
  const single = groups.filter(({ any }) => any.length === 1).map(({ any }) => any[0] as ConditionLeaf);
  const choices = groups.filter(({ any }) => any.length > 1);
  return html`${
    single.length === 0
      ? nothing
      : conditionRows(words, single.map(row), { caption: msg('allOf'), last: msg('verdict') })
  }
  ${choices.map(
    ({ verdict, any }) =>
      html`<div class="zs-choice-of">
        <p class="zs-small">
          <span class="zs-choice-of__head">${msg('anyOf', { n: any.length })}</span> ${verdictTag(words, verdict)}
        </p>
        ${conditionRows(words, any.map(row), { caption: msg('anyOf', { n: any.length }), last: msg('verdict') })}
      </div>`,
  )}`;
}

function rowOf(words: ProposalWords, leaf: ConditionLeaf, act: unknown): ConditionRow {
  const { msg } = words;
  const { label, verdict, op, required, actual } = leaf;
  const check = checks[verdict];
  return {
    label,
    verdict: check,
    required: msg(`op_${op}`, { value: valueText(words, leaf, required) }),
    actual: actual === null ? msg('unknownValue') : valueText(words, leaf, actual),
    gap: act === undefined || act === nothing ? '' : html`${msg(check)} ${act}`,
  };
}

const screens = ['pass', 'restricted', 'vetoed', 'undetermined'] as const;

/** Codes of towns and of the ecological screening by their names; everything else is text already. */
export function valueText(words: ProposalWords, { field }: Pick<ConditionLeaf, 'field'>, text: string): string {
  if (field === 'enterprise.townCode') return words.list(text.split('、').map((code) => words.town(code)));
  if (field !== 'project.screen.status') return text;
  const named = text.split('、').map((code) => {
    const screen = screens.find((each) => each === code);
    return screen === undefined ? code : words.msg(`screen_${screen}`);
  });
  return words.list(named);
}
