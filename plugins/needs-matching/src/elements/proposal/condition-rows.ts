/** Conditions as required, actual and gap; a gap has a direction and an amount (RES-9, look.md §4). */
import { icon, okIcon, stopIcon } from '@zhaoshang/elements/icons.ts';
import type { IconPath } from '@zhaoshang/elements';
import { unknownIcon } from '@zhaoshang/elements/more-icons.ts';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Check } from './proposal-types.ts';
import type { ProposalWords } from './proposal-words.ts';

export type CheckVerdict = Check['verdict'];

export interface ConditionRow {
  readonly label: unknown;
  readonly verdict: CheckVerdict;
  readonly required: unknown;
  readonly actual: unknown;
  /** `''`: the verdict in words stands there. */
  readonly gap: unknown;
}

export const verdictIcons: Readonly<Record<CheckVerdict, IconPath>> = {
  pass: okIcon,
  fail: stopIcon,
  unknown: unknownIcon,
};

/** A table that becomes blocks when narrow: the gap goes up beside the name. Needs `proposalStyles`. */
export function conditionRows(
  words: ProposalWords,
  rows: readonly ConditionRow[],
  { caption = words.msg('conditions'), last = words.msg('gap') }: { caption?: string; last?: string } = {},
): TemplateResult {
  const { msg } = words;
  return html`<div class="zs-conds" role="table" aria-label=${caption}>
    <div class="zs-cond zs-cond--head" role="row">
      <span></span>
      <span role="columnheader">${msg('condition')}</span>
      <span role="columnheader">${msg('required')}</span>
      <span role="columnheader">${msg('actual')}</span>
      <span role="columnheader">${last}</span>
    </div>
    ${rows.map((row) => conditionRow(words, row))}
  </div>`;
}

/** Texts of the backend name days as `2026-12-18`. */
const told = (words: ProposalWords, value: unknown): unknown =>
  typeof value === 'string' ? words.datesIn(value) : value;

function conditionRow(words: ProposalWords, { label, verdict, required, actual, gap }: ConditionRow): TemplateResult {
  const { msg } = words;
  const said = gap === '' || gap === undefined;
  return html`<div class="zs-cond is-${verdict}" role="row">
    ${icon(verdictIcons[verdict])}
    <b role="rowheader">${label}</b>
    <span role="cell" data-label=${msg('required')}>${told(words, required)}</span>
    <span role="cell" data-label=${msg('actual')}>${actual === '' ? msg('unknownValue') : told(words, actual)}</span>
    <span role="cell" class="zs-cond__gap"
      >${said ? msg(verdict) : html`<span class="zs-vh">${msg(verdict)}</span>${told(words, gap)}`}</span
    >
  </div>`;
}
