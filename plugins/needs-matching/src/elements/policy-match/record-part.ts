/** Which facts the answer rests on, each with source and date, and a way to correct it (INFO-13). */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isDecided } from './policy-types.ts';
import type { PolicyHost, Profile, ProfileField } from './policy-types.ts';

export function recordPart(host: PolicyHost, { fields, qualifications }: Profile): TemplateResult {
  const { msg, words } = host;
  const known = fields.filter(({ value }) => value !== null).length;
  const valid = qualifications.filter((each) => each.valid);
  return html`<details class="zs-fold">
    <summary>${msg('recordLead', { known, unknown: fields.length - known })}</summary>
    <p class="zs-small zs-muted">${msg('recordHelp')}</p>
    <dl class="zs-record zs-small">
      ${fields.filter(({ field }) => field !== 'qualifications').map((field) => row(host, field))}
      <div>
        <dt>${msg('qualifications')}</dt>
        <dd>
          ${
            valid.length === 0
              ? msg('recordUnknown')
              : words.list(
                  valid.map(({ type, to }) =>
                    to === null ? type : msg('qualificationUntil', { type, date: words.date(to) }),
                  ),
                )
          }
        </dd>
      </div>
    </dl>
  </details>`;
}

function row(host: PolicyHost, fact: ProfileField): TemplateResult {
  const { msg, words } = host;
  const { field, label, value, source, asOf, disputed } = fact;
  const shown = value === null ? words.msg('unknownValue') : field === 'townCode' ? words.town(value) : value;
  return html`<div>
    <dt>${label}</dt>
    <dd>
      ${shown}
      ${
        source === null || asOf === null
          ? nothing
          : html`<span class="zs-caption zs-muted">${msg('recordFrom', { source, date: words.date(asOf) })}</span>`
      }
      ${
        disputed
          ? html`<span class="zs-muted">${msg('checking')}</span>`
          : isDecided(field)
            ? nothing
            : html`<button
                type="button"
                class="zs-link"
                aria-label=${msg(value === null ? 'supplyOf' : 'correctOf', { label })}
                @click=${() => host.correct(fact)}
              >
                ${msg(value === null ? 'supply' : 'correct')}
              </button>`
      }
    </dd>
  </div>`;
}
