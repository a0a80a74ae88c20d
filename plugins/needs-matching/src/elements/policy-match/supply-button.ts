/** 补充 or 更正 of the fact behind a question; why not where it cannot be (INFO-13). */
import type { Translate } from '@zhaoshang/elements';
import { html, nothing } from 'lit';
import type { PolicyMatchMessage } from './policy-match.messages.ts';
import { fieldOf, isDecided } from './policy-types.ts';
import type { Profile, ProfileField } from './policy-types.ts';

export type SupplyMessage = Extract<
  PolicyMatchMessage,
  'inProject' | 'decided' | 'checking' | 'correct' | 'correctOf' | 'supply' | 'supplyOf'
>;

export interface SupplyParts {
  readonly words: Translate<SupplyMessage>;
  /** `null`: somebody who cannot correct. */
  readonly profile: Profile | null;
  /** Path of the fact as conditions name it. */
  readonly field: string;
  readonly label: string;
  correct(field: ProfileField): void;
}

export function supplyButton({ words: msg, profile, field: path, label, correct }: SupplyParts): unknown {
  if (profile === null) return nothing;
  const field = fieldOf(profile, { field: path });
  if (field === undefined)
    return path.startsWith('project.') ? html`<span class="zs-muted">${msg('inProject')}</span>` : nothing;
  if (isDecided(field.field)) return html`<span class="zs-muted">${msg('decided')}</span>`;
  if (field.disputed) return html`<span class="zs-muted">${msg('checking')}</span>`;
  const known = field.value !== null;
  return html`<button
    type="button"
    class="zs-link"
    aria-label=${msg(known ? 'correctOf' : 'supplyOf', { label })}
    @click=${() => correct(field)}
  >
    ${msg(known ? 'correct' : 'supply')}
  </button>`;
}
