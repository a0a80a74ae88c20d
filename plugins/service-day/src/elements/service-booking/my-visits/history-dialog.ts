/** 办理记录 (DEC-13): what was done to a visit, by whom and why, from the audit trail. */
import { useMessages } from '@zhaoshang/elements';
import type { Translate } from '@zhaoshang/elements';
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { timeline } from '@zhaoshang/elements/views/timeline.ts';
import { asZsError } from '@zhaoshang/kernel';
import type { OutputOf, ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceDayContract } from '../../../contract.ts';
import type { Visit } from '../booking-types.ts';
import { instantText, unbroken } from '../booking-words.ts';
import { historyMessages, isHistoryMessage } from './history.messages.ts';
import type { HistoryMessage } from './history.messages.ts';
import type { MyVisitsHost } from './my-visits-host.ts';

type Entry = OutputOf<ServiceDayContract['operations']['history']>['items'][number];

export class HistoryDialog {
  private readonly host: MyVisitsHost;
  private readonly dialog: DialogController;
  private readonly words: Translate<HistoryMessage>;
  private visit: Visit | undefined;
  private entries: readonly Entry[] | undefined;
  private failure: ZsError | undefined;

  constructor(host: MyVisitsHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'history');
    this.words = useMessages(host, historyMessages);
  }

  async openFor(visit: Visit): Promise<void> {
    this.visit = visit;
    this.entries = undefined;
    this.failure = undefined;
    this.dialog.open();
    try {
      const { items } = await this.host.serviceDay().history({ visitId: visit.id });
      if (this.visit === visit) this.entries = merged(items);
    } catch (error) {
      this.failure = asZsError(error);
    }
    this.host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const { visit, entries, failure, host } = this;
    if (visit === undefined) return nothing;
    const { msg, locale } = host;
    const body =
      failure !== undefined
        ? notice({ kind: 'negative', role: 'alert', title: failure.message })
        : entries === undefined
          ? skeleton(msg('historyReading'))
          : timeline(
              entries.map(({ at, action, actorName, reason }) => ({
                when: unbroken(instantText(at, locale)),
                what: html`${msg('historyBy', { action: this.wordOf(action), who: actorName })}${
                  reason === null
                    ? nothing
                    : html`<br /><span class="zs-caption zs-muted">${msg('historyReason', { text: reason })}</span>`
                }`,
                state: action.endsWith('.markMissed') || action.endsWith('.cancel') ? 'bad' : 'done',
              })),
            );
    return this.dialog.render({
      title: msg('historyTitle'),
      body: html`<div class="zs-stack">
        <p class="zs-small zs-muted">${msg('ticketNo', { ticket: visit.ticket })}</p>
        ${body}
      </div>`,
      actions: html`<button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('close')}</button>`,
    });
  }

  private wordOf(action: string): string {
    const name = action.slice(action.indexOf('.') + 1);
    return isHistoryMessage(name) ? this.words(name) : name;
  }
}

/** One line per act: it changes the visit and each of its appointments at the same instant. */
function merged(items: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return items.filter(({ at, action, actorName, reason }) => {
    const key = [at, action, actorName, reason].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
