import type { Contract, Outline } from '@zhaoshang/kernel';
import { html } from 'lit';
import { state } from '@zhaoshang/elements/reactive.ts';
import { ZsElement, icon, useMessages } from '../src/index.ts';
import type { Status } from '../src/index.ts';
import { inboxIcon, refreshIcon } from '../src/more-icons.ts';
import { frameStyles } from '../src/styles/frame.ts';
import { listStyles } from '../src/styles/list.ts';
import { stateStyles } from '../src/styles/state.ts';
import { stateView } from '../src/views/state-view.ts';
import { notesMessages } from './example-notes.messages.ts';

export const notesOutline: Outline = {
  name: 'notes',
  version: 1,
  queries: 'list',
  commands: '',
  versioned: '',
  replayed: '',
};
interface Notes extends Contract {
  operations: Record<string, never>;
}
interface NotesClient {
  list(input: object, options: { signal: AbortSignal }): Promise<{ items: { id: string; text: string; at: string }[] }>;
}

declare module '@zhaoshang/kernel' {
  interface EventMap {
    'notes.note-added': { note: string };
  }
}

/** @summary Notes of an enterprise: the smallest element that uses all of the base. */
export class NotesElement extends ZsElement {
  static override styles = ZsElement.withStyles(frameStyles, listStyles, stateStyles);
  private readonly msg = useMessages(this, notesMessages);
  @state() private notes: { id: string; text: string; at: string }[] = [];

  constructor() {
    super();
    this.listen('notes.note-added', () => void this.reload());
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    const client = this.client<Notes>(notesOutline) as unknown as NotesClient;
    this.notes = (await client.list({}, { signal })).items;
    this.announce(this.msg('count', { n: this.notes.length, when: this.notes[0]?.at ?? '' }));
    if (this.notes.length === 0) return 'empty';
  }

  protected override renderEmpty() {
    return stateView({ icon: inboxIcon, title: this.msg('none') });
  }

  protected override renderContent() {
    const { notes } = this;
    const when = html`<span class="zs-nb">${notes[0]?.at}</span>`;
    return html`<section class="zs-section">
      <div class="zs-section__head"><h2 class="zs-h2">${this.msg('title')}</h2></div>
      <p class="zs-muted">${this.msg.parts('count', { n: notes.length, when })}</p>
      <ul class="zs-list">
        ${notes.map((note) => html`<li>${note.text}</li>`)}
      </ul>
      <button type="button" class="zs-btn" @click=${() => void this.reload()}>
        ${icon(refreshIcon)}${this.msg('refresh')}
      </button>
    </section>`;
  }
}
