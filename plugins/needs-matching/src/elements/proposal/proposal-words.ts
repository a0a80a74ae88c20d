/** The words the shared templates of a match are written with. */
import { useMessages } from '@zhaoshang/elements';
import type { MessageHost, Translate } from '@zhaoshang/elements';
import { proposalMessages } from './proposal.messages.ts';
import type { ProposalMessage } from './proposal.messages.ts';
import { ZoneWords } from './zone-words.ts';
import type { ProposalSources } from './zone-words.ts';

export { amountText, numberText, pointsText } from './zone-words.ts';
export type { ProposalSources } from './zone-words.ts';

/**
 * One per element, made in a field:
 * `readonly words = new ProposalWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) })`.
 */
export class ProposalWords extends ZoneWords {
  readonly msg: Translate<ProposalMessage>;

  constructor(host: MessageHost, sources: ProposalSources) {
    super(host, sources);
    this.msg = useMessages(host, proposalMessages);
  }

  /** Name of a part of the score; matches keep the code only. */
  part({ name, label }: { readonly name: string; readonly label?: string }): string {
    return label ?? (isPart(name) ? this.msg(`part_${name}`) : name);
  }
}

const parts = ['tags', 'capacity', 'time', 'location', 'eco'] as const;
const isPart = (name: string): name is (typeof parts)[number] => (parts as readonly string[]).includes(name);
