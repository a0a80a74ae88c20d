/** The one act of the desk: offering a resource. Everything is filled in, so that Enter sends it (RES-9, OUT-7). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { amountText, pointsText } from '../../proposal/proposal-words.ts';
import { windowText } from '../../proposal/resource-facts.ts';
import type { Check, Match, Need, Proposal } from '../match-types.ts';
import type { NeedHost } from './need-host.ts';

interface OfferValues {
  offerQuantity: string;
  offerMessage: string;
  offerReason: string;
}

const longest = 300;
const alternatives = 3;

interface Offered {
  readonly resource: Proposal['resource'];
  readonly score: number;
  /** From 1; 0: not among those that fit. */
  readonly rank: number;
  /** Hard conditions that are not met or not known. */
  readonly broken: readonly Check[];
}

export class OfferDialog {
  private readonly host: NeedHost;
  private readonly command: CommandDialog<OfferValues>;
  private resourceId = '';
  /** As it was when the dialog was opened: it stays, whatever is read meanwhile. */
  private offered: Offered | undefined;
  private needsReason = false;
  private isShort = false;

  constructor(host: NeedHost) {
    this.host = host;
    this.command = new CommandDialog<OfferValues>(host, 'offer', {
      initial: { offerQuantity: '', offerMessage: '', offerReason: '' },
      fields: { quantity: 'offerQuantity', message: 'offerMessage', reason: 'offerReason' },
      validate: (values) => this.faults(values),
      confirmed: this.send,
    });
  }

  async openFor(resourceId: string): Promise<void> {
    const { host } = this;
    const { need } = host;
    const offered = this.find(resourceId);
    if (need === undefined || offered === undefined) return;
    this.take(resourceId, offered);
    this.command.open({
      offerQuantity: need.quantity === null ? '' : String(Math.min(need.quantity, offered.resource.available)),
      offerMessage: this.messageFor(need, offered.resource),
      offerReason: '',
    });
    // Nothing is left to type: Enter sends. Where a reason is asked for, that is what comes first.
    await host.focusIn(this.needsReason ? '#field-offerReason' : '[form="offer-form"]');
  }

  private take(resourceId: string, offered: Offered): void {
    this.resourceId = resourceId;
    this.offered = offered;
    this.needsReason = offered.broken.length > 0;
    this.isShort = false;
  }

  private find(resourceId: string): Offered | undefined {
    const { proposals } = this.host;
    if (proposals === undefined) return undefined;
    const at = proposals.items.findIndex(({ resource }) => resource.id === resourceId);
    const proposal = proposals.items[at] ?? proposals.toVerify.find(({ resource }) => resource.id === resourceId);
    if (proposal !== undefined) {
      const broken = proposal.checks.filter(({ verdict }) => verdict !== 'pass');
      return { resource: proposal.resource, score: proposal.score, rank: at + 1, broken: at >= 0 ? [] : broken };
    }
    const miss = proposals.nearMisses.find(({ resource }) => resource.id === resourceId);
    return miss && { resource: miss.resource, score: miss.score, rank: 0, broken: miss.failed };
  }

  private messageFor(need: Need, resource: Proposal['resource']): string {
    const { msg, words } = this.host;
    const what =
      need.text === '' ? words.category(need.category) : need.text.slice(0, 40) + (need.text.length > 40 ? '…' : '');
    const text = msg('offerMessageText', { what, title: resource.title, when: windowText(words, resource) });
    return text.slice(0, longest);
  }

  private faults({ offerQuantity, offerMessage, offerReason }: OfferValues) {
    const { msg } = this.host;
    const tooLong = ({ length }: string) =>
      length > longest ? msg('tooLong', { max: longest, n: length - longest }) : undefined;
    const number = Number(offerQuantity);
    const isNumber = offerQuantity === '' || (number > 0 && Math.abs(number * 1000 - Math.round(number * 1000)) < 1e-6);
    return {
      offerQuantity: isNumber ? undefined : msg('quantityBad'),
      offerMessage: tooLong(offerMessage),
      offerReason: this.needsReason && offerReason.trim() === '' ? msg('reasonMissing') : tooLong(offerReason),
    };
  }

  private readonly send = async ({ offerQuantity, offerMessage, offerReason }: OfferValues): Promise<void> => {
    const { host, resourceId, offered } = this;
    const { need } = host;
    if (need === undefined || offered === undefined) return;
    const input = {
      needId: need.id,
      resourceId,
      ...(offerQuantity === '' ? {} : { quantity: Number(offerQuantity) }),
      message: offerMessage.trim(),
      reason: offerReason.trim(),
    };
    const before = new Set(need.matches.map(({ id }) => id));
    await this.command.send(
      'offer',
      { ...input, expectedVersion: need.version },
      (_seen, options) => host.matching().offerMatch(input, { ...options, expectedVersion: need.version }),
      {
        done: ({ matches }) =>
          this.tellDone(
            matches.find(({ id }) => !before.has(id)),
            offered.resource.title,
          ),
        refused: (error) => this.explain(error),
      },
    );
  };

  private tellDone(match: Match | undefined, title: string): Promise<void> {
    const { host } = this;
    const until = match?.holdExpiresAt ?? null;
    const text =
      until === null
        ? host.msg('offerDonePlain', { title })
        : host.msg('offerDone', { title, date: host.desk.dateText(dateAt(Date.parse(until))) });
    const undo = { label: host.msg('undo'), run: () => match !== undefined && host.undoOffer(match) };
    return host.tell(text, '#matches-title', match === undefined ? undefined : undo);
  }

  /** A refusal in words, with what is left to do: less, another resource, or a reason. */
  private async explain({ kind, code, data }: ZsError): Promise<string | undefined> {
    const { host } = this;
    if (kind === 'stale') return host.freshState();
    if (code === 'capacity-short' || code === 'resource-closed') {
      await host.refresh();
      this.isShort = true;
      const { available, unit } = (data ?? {}) as { readonly available?: number; readonly unit?: string };
      return available === undefined ? undefined : host.msg('shortNow', { amount: amountText(available, unit ?? '') });
    }
    if (code === 'conditions-not-met') {
      this.needsReason = true;
      await host.focusIn('#field-offerReason');
    } else if (kind === 'conflict') await host.refresh();
    return undefined;
  }

  private readonly switchTo = (resourceId: string): void => {
    const { need } = this.host;
    const offered = this.find(resourceId);
    if (offered === undefined || need === undefined) return;
    const untouched =
      this.offered !== undefined &&
      this.command.form.values.offerMessage === this.messageFor(need, this.offered.resource);
    this.take(resourceId, offered);
    this.command.tell('');
    // What was typed stays; only a message that nobody has touched speaks of the new resource.
    if (untouched) this.command.form.set('offerMessage', this.messageFor(need, offered.resource));
    void this.host.focusIn('[form="offer-form"]');
  };

  render(): TemplateResult | typeof nothing {
    const { host, offered, command } = this;
    const { need, msg, words } = host;
    if (offered === undefined || need === undefined) return nothing;
    const { resource, rank, score, broken } = offered;
    // What is left may change while it is open; what is offered does not.
    const now = this.find(this.resourceId)?.resource ?? resource;
    const left = amountText(now.available, resource.unit);
    const wanted = need.quantity === null ? '' : amountText(need.quantity, need.unit);
    return command.render({
      title: msg('offerTitle', { title: resource.title }),
      body: html`<p>${msg('offerLead', { name: need.enterpriseName, category: words.category(need.category) })}</p>
        ${rank === 0 ? nothing : html`<p class="zs-small zs-muted">${msg('offerScore', { score: pointsText(score), n: rank })}</p>`}
        ${this.isShort ? this.renderInstead() : nothing}
        ${textField(command.form.field('offerQuantity'), {
          label: msg('offerQuantity'),
          hint:
            wanted === ''
              ? msg('offerQuantityLeft', { amount: left })
              : msg('offerQuantityHint', { amount: left, wanted }),
          inputmode: 'decimal',
          autocomplete: 'off',
          unit: resource.unit,
          optional: need.quantity === null,
        })}
        ${
          this.needsReason
            ? textArea(command.form.field('offerReason'), {
                label: msg('offerReason'),
                hint: msg('offerReasonHint', {
                  list: words.list(broken.map(({ label, gap }) => (gap === '' ? label : `${label}（${gap}）`))),
                }),
                rows: 2,
                maxlength: longest,
              })
            : nothing
        }
        ${textArea(command.form.field('offerMessage'), {
          label: msg('offerMessage'),
          hint: msg('offerMessageHint'),
          optional: true,
          rows: 3,
          maxlength: longest,
        })}
        <p class="zs-small zs-muted">${msg('offerNow')}</p>`,
      submit: msg('offerSend'),
      back: msg('offerBack'),
    });
  }

  /** Where the resource is gone: those that fit best now. */
  private renderInstead(): TemplateResult {
    const { host, resourceId } = this;
    const { msg } = host;
    const others = (host.proposals?.items ?? [])
      .filter(({ resource }) => resource.id !== resourceId)
      .slice(0, alternatives);
    if (others.length === 0) return html`<p class="zs-small">${msg('noInstead')}</p>`;
    return notice({
      kind: 'info',
      title: msg('instead'),
      body: html`<span class="zs-need__instead"
        >${others.map(
          ({ resource, score }) =>
            html`<button type="button" class="zs-btn" @click=${() => this.switchTo(resource.id)}>
              ${msg('switchTo', { title: resource.title })}　${pointsText(score)}
            </button>`,
        )}</span
      >`,
    });
  }
}
