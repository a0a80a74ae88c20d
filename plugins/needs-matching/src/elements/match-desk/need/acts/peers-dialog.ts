/** 上下游 (RES-5): both sides are asked first; what they are told names nobody. */
import { radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { asZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { Pairing, Peer } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';
import { ActDialog } from './act-dialog.ts';

interface PeerValues {
  peer: string;
  aboutAsking: string;
  aboutPeer: string;
}
const longestAbout = 200;

export class PeersDialog extends ActDialog<PeerValues> {
  private peers: readonly Peer[] | undefined;
  /** How earlier questions about this need stand. */
  private asked: readonly Pairing['state'][] = [];

  constructor(host: NeedHost) {
    super(host, 'peers', {
      initial: { peer: '', aboutAsking: '', aboutPeer: '' },
      fields: { peerUscc: 'peer' },
      validate: ({ peer, aboutAsking, aboutPeer }) => ({
        peer: peer === '' ? this.msg('choiceMissing') : undefined,
        aboutAsking: this.anonymous(aboutAsking),
        aboutPeer: this.anonymous(aboutPeer),
      }),
      changed: (values, name) => name === 'peer' && this.describe(values),
      confirmed: (values) => this.send(values),
    });
  }

  open(): void {
    const { need } = this.host;
    this.peers = undefined;
    this.asked = [];
    const what = need === undefined ? '' : this.withoutNames(need.text.slice(0, 80));
    this.command.open({ peer: '', aboutAsking: this.msg('aboutAskingText', { what }), aboutPeer: '' });
    void this.read();
  }

  private async read(): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    try {
      const [{ items: peers }, { items: pairings }] = await Promise.all([
        host.matching().peerCandidates({ needId: need.id }),
        host.matching().pairings({ limit: 100 }),
      ]);
      this.asked = pairings.filter(({ needId }) => needId === need.id).map(({ state }) => state);
      this.peers = peers;
    } catch (error) {
      this.peers = [];
      this.command.tell(asZsError(error).message);
    }
    host.requestUpdate();
  }

  private get names(): readonly string[] {
    return [this.host.need?.enterpriseName ?? '', ...(this.peers ?? []).map(({ name }) => name)].filter(Boolean);
  }

  private withoutNames(text: string): string {
    return this.names.reduce((left, name) => left.split(name).join(''), text);
  }

  /** Neither side may hear who the other is before both agreed. */
  private anonymous(text: string): string | undefined {
    const named = this.names.find((name) => text.includes(name));
    if (named !== undefined) return this.msg('namesInside', { name: named });
    return this.written(text, 'noteMissing', longestAbout);
  }

  private describe({ peer, aboutPeer }: PeerValues): void {
    const found = this.peers?.find(({ uscc }) => uscc === peer);
    if (found === undefined || aboutPeer !== '') return;
    const because = this.withoutNames(this.host.words.list(found.because));
    this.command.form.set('aboutPeer', this.msg('aboutPeerText', { because }).slice(0, longestAbout));
  }

  private async send({ peer: peerUscc, aboutAsking, aboutPeer }: PeerValues): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    const input = { needId: need.id, peerUscc, aboutAsking: aboutAsking.trim(), aboutPeer: aboutPeer.trim() };
    await this.command.send('peers', input, (value, options) => host.matching().askPeers(value, options), {
      done: () => host.tell(this.msg('peersDone'), '#need-title'),
      refused: this.refused,
    });
  }

  render(): TemplateResult | typeof nothing {
    const { host, msg, command, peers } = this;
    const { words } = host;
    const isSome = peers !== undefined && peers.length > 0;
    return command.render({
      title: msg('peersTitle'),
      body: html`<p>${msg('peersLead')}</p>
        ${this.renderAsked()}
        ${
          peers === undefined
            ? skeleton(msg('peersReading'))
            : peers.length === 0
              ? notice({ kind: 'neutral', icon: inboxIcon, title: msg('peersNone') })
              : html`${radioGroup(command.form.field('peer'), {
                  label: msg('peer'),
                  choices: peers.map(({ uscc, name, because }) => ({
                    value: uscc,
                    label: name,
                    hint: words.list(because),
                  })),
                })}
                ${textArea(command.form.field('aboutAsking'), {
                  label: msg('aboutAsking'),
                  hint: msg('aboutHint'),
                  rows: 2,
                  maxlength: longestAbout,
                })}
                ${textArea(command.form.field('aboutPeer'), {
                  label: msg('aboutPeer'),
                  hint: msg('aboutHint'),
                  rows: 2,
                  maxlength: longestAbout,
                })}`
        }`,
      ...(isSome ? { submit: msg('peersSend') } : {}),
      back: msg('back'),
    });
  }

  private renderAsked(): TemplateResult | typeof nothing {
    const { msg, asked, host } = this;
    if (asked.length === 0) return nothing;
    const states = (['asked', 'agreed', 'refused', 'withdrawn'] as const).filter((state) => asked.includes(state));
    const counts = states.map((state) => msg(`peer-${state}`, { n: asked.filter((each) => each === state).length }));
    return html`<p class="zs-small zs-muted">${msg('peersAsked', { list: host.words.list(counts) })}</p>`;
  }
}
