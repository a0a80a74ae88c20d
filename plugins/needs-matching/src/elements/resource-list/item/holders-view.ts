/** Who has how much of a resource and until when, and what happened to it (RES-8, RES-9). */
import { dataTable } from '@zhaoshang/elements/views/data-table.ts';
import { timeline } from '@zhaoshang/elements/views/timeline.ts';
import { unbroken } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { amountText } from '../list-words.ts';
import type { Holding } from '../resource-types.ts';
import type { ItemHost } from './item-host.ts';

/** Matches that take some of the resource. */
const taking = (holding: Holding): boolean => ['held', 'accepted', 'fulfilled'].includes(holding.match.state);

export const holdingNow = (holdings: readonly Holding[]): readonly Holding[] => holdings.filter(taking);

export function holdersView(host: ItemHost): TemplateResult {
  const { msg, shown, holdings, holdingsHidden } = host;
  const now = holdingNow(holdings);
  const taken = now.reduce((sum, { match }) => sum + match.quantity, 0);
  const elsewhere = Math.round((shown.reserved - taken) * 1_000) / 1_000;
  return html`<section class="zs-section" aria-labelledby="holders-title">
    <h3 class="zs-h2" id="holders-title">${msg('holders')}</h3>
    ${
      now.length === 0
        ? html`<p class="zs-muted">${msg(holdingsHidden ? 'holdersHidden' : 'holdersNone')}</p>`
        : dataTable<Holding>({
            caption: msg('holders'),
            captionHidden: true,
            rows: now,
            columns: [
              { id: 'enterprise', label: msg('enterprise'), cell: (each) => enterpriseName(host, each) },
              { id: 'need', label: msg('need'), cell: ({ need }) => unbroken(need.number) },
              {
                id: 'amount',
                label: msg('amount'),
                numeric: true,
                cell: ({ match }) => amountText(match.quantity, match.unit),
              },
              { id: 'until', label: msg('until'), cell: (each) => untilText(host, each) },
              { id: 'state', label: msg('state'), cell: ({ match }) => msg(`state_${match.state}`) },
            ],
          })
    }
    ${
      elsewhere <= 0 || holdingsHidden
        ? nothing
        : html`<p class="zs-small zs-muted">
            ${msg('holdersElsewhere', { amount: amountText(elsewhere, shown.unit) })}
          </p>`
    }
  </section>`;
}

const enterpriseName = ({ msg }: ItemHost, { need }: Holding): string =>
  need.masked || need.enterpriseName === '' ? msg('masked') : need.enterpriseName;

function untilText({ msg, list }: ItemHost, { match }: Holding): string {
  const { words } = list;
  if (match.trial !== null) return msg('untilTrial', { date: words.date(match.trial.to) });
  if (match.state === 'held' && match.holdExpiresAt !== null)
    return msg('untilHold', { date: words.date(match.holdExpiresAt.slice(0, 10)) });
  return msg(match.state === 'fulfilled' ? 'untilDone' : 'untilOpen');
}

export function historyView(host: ItemHost): TemplateResult {
  const { msg, shown, holdings, list } = host;
  const { words } = list;
  const events = [
    { at: shown.updatedAt, what: msg('historyUpdated') },
    ...holdings.map((each) => ({
      at: each.match.createdAt,
      what: msg('historyMatch', {
        enterprise: enterpriseName(host, each),
        state: msg(`state_${each.match.state}`),
        amount: amountText(each.match.quantity, each.match.unit),
      }),
    })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  return html`<section class="zs-section" aria-labelledby="history-title">
    <h3 class="zs-h2" id="history-title">${msg('history')}</h3>
    ${timeline(events.slice(0, 30).map(({ at, what }) => ({ when: words.date(at.slice(0, 10)), what, state: 'done' })))}
  </section>`;
}
