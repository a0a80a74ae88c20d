/** 企业对接 (RES-5): asked first, unnamed until both have agreed. */
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OwnNeedsHost, Pairing } from './own-needs-host.ts';

export function pairingPart(host: OwnNeedsHost, pairings: readonly Pairing[]): TemplateResult | typeof nothing {
  if (pairings.length === 0) return nothing;
  const { msg } = host;
  return html`<section class="zs-section" id="pairings">
    <div class="zs-section__head">
      <h3 class="zs-h2" tabindex="-1">${msg('pairings')}</h3>
      <span class="zs-small zs-muted">${msg('pairingsNote')}</span>
    </div>
    <ul class="zs-list">
      ${pairings.map((pairing) => row(host, pairing))}
    </ul>
  </section>`;
}

function row(host: OwnNeedsHost, pairing: Pairing): TemplateResult {
  const { msg } = host;
  const { side, about, may } = pairing;
  return html`<li class="zs-item">
    <div class="zs-tight">
      <p class="zs-small zs-muted">${msg(side === 'peer' ? 'pairingPeer' : 'pairingAsking')}</p>
      <p><b>${about}</b></p>
      <p class="zs-small">${stateOf(host, pairing)}</p>
    </div>
    <div class="zs-row">
      ${
        may.answer
          ? html`<button
                type="button"
                class="zs-btn zs-btn--primary"
                aria-label=${msg('agreeOf', { about })}
                @click=${() => agree(host, pairing)}
              >
                ${msg('agree')}
              </button>
              <button
                type="button"
                class="zs-btn"
                aria-label=${msg('refuseOf', { about })}
                @click=${() => refuse(host, pairing)}
              >
                ${msg('refuse')}
              </button>`
          : nothing
      }
    </div>
  </li>`;
}

function stateOf({ msg }: OwnNeedsHost, { state, ownConsentAt, otherConsented, peerName }: Pairing): unknown {
  if (state === 'agreed') return tag('positive', msg('pairingAgreed', { name: peerName }));
  if (state === 'refused' || state === 'withdrawn') return tag('plain', msg('pairingRefused'));
  if (ownConsentAt !== null) return tag('info', msg('pairingYours'));
  return otherConsented ? tag('caution', msg('pairingOther')) : nothing;
}

/** Consent first: who handles what for what purpose and how long (PIPL Art. 14, 17). */
function agree(host: OwnNeedsHost, pairing: Pairing): void {
  const { msg, words } = host;
  const consent = words.catalogue?.consent.peer;
  if (consent === undefined) return;
  const facts = [
    ['consentWho', consent.handler],
    ['consentWhy', consent.purpose],
    ['consentWhat', consent.kinds],
    ['consentLong', consent.retention],
    ['consentRights', consent.rights],
  ] as const;
  host.asking.ask({
    title: msg('agreeTitle'),
    body: html`${pairing.about}
      ${facts.map(([label, text]) => html`<span class="zs-consent zs-small"><b>${msg(label)}</b>　${text}</span>`)}
      <span class="zs-consent zs-small zs-muted"
        >${msg('consentNote')}　${msg('consentVersion', { version: consent.version })}</span
      >`,
    yes: msg('agree'),
    no: msg('notNow'),
    deed: () => {
      const input = { pairingId: pairing.id, agreed: true, consentVersion: consent.version };
      return {
        at: `pairing ${pairing.id}`,
        input,
        send: (options) => host.matching().answerPairing(input, { ...options, expectedVersion: pairing.version }),
        done: ({ state, peerName }) => {
          void host.tell(state === 'agreed' ? msg('agreedBoth', { name: peerName }) : msg('agreed'));
          void host.focusOn('#pairings h3');
        },
      };
    },
  });
}

function refuse(host: OwnNeedsHost, pairing: Pairing): void {
  const { msg, words } = host;
  const version = words.catalogue?.consent.peer.version;
  if (version === undefined) return;
  host.asking.ask({
    title: msg('refuseTitle'),
    body: msg('refuseBody'),
    yes: msg('refuse'),
    no: msg('notNow'),
    deed: () => {
      const input = { pairingId: pairing.id, agreed: false, consentVersion: version };
      return {
        at: `pairing ${pairing.id}`,
        input,
        send: (options) => host.matching().answerPairing(input, { ...options, expectedVersion: pairing.version }),
        done: () => {
          void host.tell(msg('refusedDone'));
          void host.focusOn('#pairings h3');
        },
      };
    },
  });
}
