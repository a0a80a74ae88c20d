/** Policies beside the resources of a need: result, benefit, deadline and why (INFO-5). */
import { dataTable } from '@zhaoshang/elements/views/data-table.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { valueText, verdictTag } from '../../proposal/condition-tree.ts';
import { countsOf, offerable, standingOf } from '../../proposal/policy-standing.ts';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { PolicyMatch } from '../../proposal/proposal-types.ts';
import { policyContent } from './policy-content.ts';
import type { ResultsHost } from './results-view.ts';

export interface PolicyPartParts {
  /** `undefined` while they are read; `null` where they could not be. */
  readonly policies: readonly PolicyMatch[] | null | undefined;
  readonly showsNo: boolean;
  toggleNo(): void;
  again(): void;
}

const order = { yes: 0, unknown: 1, no: 2 } as const;

/** What is met first, and of that what can be applied for now. */
export function orderedPolicies(policies: readonly PolicyMatch[], today: string): readonly PolicyMatch[] {
  const key = (policy: PolicyMatch): number =>
    order[policy.verdict] * 2 + (standingOf(policy, today) === 'open' ? 0 : 1);
  return offerable(policies, today)
    .slice()
    .sort((a, b) => key(a) - key(b));
}

/** Needs `tableStyles`, `tagStyles` and `noticeStyles`. */
export function policyPart(host: ResultsHost, { policies, showsNo, toggleNo, again }: PolicyPartParts): unknown {
  const { results: msg, words } = host;
  if (policies === undefined) return nothing;
  if (policies === null)
    return notice({
      kind: 'caution',
      title: msg('policyFailed'),
      actions: html`<button type="button" class="zs-btn" @click=${again}>${msg('again')}</button>`,
    });
  const all = orderedPolicies(policies, words.today);
  const counts = countsOf(all);
  const rows = showsNo ? all : all.filter(({ verdict }) => verdict !== 'no');
  const column = (id: string, label: string, cell: (policy: PolicyMatch) => unknown) => ({ id, label, cell });
  return html`<section class="zs-section" aria-labelledby="policies">
    <div class="zs-section__head">
      <h4 class="zs-h2" id="policies" tabindex="-1">${msg('policies')}</h4>
      <span class="zs-small zs-muted">${msg('policyCounts', { ...counts })}</span>
    </div>
    ${
      rows.length === 0
        ? html`<p class="zs-small zs-muted">${msg('policyNone')}</p>`
        : dataTable({
            caption: msg('policies'),
            captionHidden: true,
            rows,
            columns: [
              column('clause', msg('policyClause'), (policy) => clauseName(host, policy)),
              column('result', msg('policyResult'), ({ verdict }) => verdictTag(words, verdict)),
              column('content', msg('policyContent'), (policy) => policyContent(msg, words, policy)),
              column('basis', msg('policyBasis'), (policy) => basisOf(host, policy)),
            ],
          })
    }
    ${
      counts.no === 0
        ? nothing
        : html`<div class="zs-row">
            <button
              type="button"
              class="zs-btn zs-btn--quiet"
              aria-expanded=${showsNo ? 'true' : 'false'}
              @click=${toggleNo}
            >
              ${showsNo ? msg('policyHideNo') : msg('policyShowNo', { n: counts.no })}
            </button>
          </div>`
    }
    <p class="zs-caption zs-muted">${msg('policyFoot')}</p>
  </section>`;
}

function clauseName({ results: msg }: ResultsHost, { policyTitle, no, title }: PolicyMatch): TemplateResult {
  return html`${title}<br /><span class="zs-caption zs-muted zs-clause"
      >${policyTitle}　${msg('policyNo', { no })}</span
    >`;
}

/** Of what is met the facts, of what is not known the facts that lack, of what is not met what was asked. */
export function basisOf(
  { results: msg, words }: { results: ResultsHost['results']; words: ProposalWords },
  policy: PolicyMatch,
): string {
  const { verdict, groups, missing } = policy;
  if (verdict === 'unknown') return msg('policyLacks', { list: words.list(missing.map(({ label }) => label)) });
  const wanted = groups.filter((group) => group.verdict === verdict);
  const leaves = wanted
    .map(({ any }) => any.find((leaf) => leaf.verdict === verdict))
    .filter((leaf) => leaf !== undefined);
  if (leaves.length === 0) return msg('policyAll');
  const separator = words.locale === 'en' ? '; ' : '；';
  return leaves
    .map((leaf) => {
      const { label, op, required, actual } = leaf;
      const value = actual === null ? words.msg('unknownValue') : valueText(words, leaf, actual);
      return verdict === 'yes'
        ? `${label} ${value}`
        : msg('policyAsks', {
            label,
            required: words.msg(`op_${op}`, { value: valueText(words, leaf, required) }),
            actual: value,
          });
    })
    .join(separator);
}
