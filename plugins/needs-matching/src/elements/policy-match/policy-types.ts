import type { Translate } from '@zhaoshang/elements';
import type { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import type { Locale, OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../contract.ts';
import type { Catalogue, ConditionLeaf, PolicyMatch } from '../proposal/proposal-types.ts';
import type { ZoneWords } from '../proposal/zone-words.ts';
import type { PolicyMatchMessage } from './policy-match.messages.ts';

type Operations = NeedsMatchingContract['operations'];
export type Profile = OutputOf<Operations['profile']>;
export type ProfileField = Profile['fields'][number];
export type FactName = ProfileField['field'];

/** What the parts of policy matching ask of the element they stand in. */
export interface PolicyHost {
  readonly msg: Translate<PolicyMatchMessage>;
  readonly words: ZoneWords;
  readonly locale: Locale;
  readonly attempts: AttemptController;
  readonly catalogue: Catalogue | undefined;
  /** `null` for visitors and staff. */
  readonly profile: Profile | null;
  /** Somebody who can follow and correct. */
  readonly isEnterprise: boolean;
  /** Loads what defines a child view; a chunk that does not come is told. */
  lazyPart(load: () => Promise<unknown>): void;
  isOpen(policy: PolicyMatch): boolean;
  toggle(policy: PolicyMatch): void;
  /** Follows a clause, or ends it. */
  subscribe(policy: PolicyMatch): void;
  /** Opens the form to supply or correct a fact. */
  correct(field: ProfileField): void;
}

/** Decided by a department, not claimed by the enterprise. */
const decidedFields: readonly FactName[] = ['ecoScore', 'credit', 'qualifications'];
export const isDecided = (field: FactName): boolean => decidedFields.includes(field);

/** `enterprise.facts.rdRatioPct` → the field of the record; `undefined` for facts of a project or a need. */
export function fieldOf(profile: Profile | null, { field }: Pick<ConditionLeaf, 'field'>): ProfileField | undefined {
  const [subject, ...path] = field.split('.');
  const name = path[path.length - 1];
  return subject === 'enterprise' ? profile?.fields.find((each) => each.field === name) : undefined;
}
