/** Locking or banning a pair: what is broken is shown first, and a lock against it needs a written reason (OUT-7). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { asZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { conditionRows } from '../../proposal/condition-rows.ts';
import type { Check, Proposals } from '../match-types.ts';
import type { PairNamed, PlanHost } from './plan-host.ts';

interface RuleValues {
  ruleResource: string;
  ruleReason: string;
}
const longest = 300;
const choices = 20;

export class RuleDialog {
  private readonly host: PlanHost;
  private readonly command: CommandDialog<RuleValues>;
  private kind: 'lock' | 'ban' = 'lock';
  private pair: PairNamed | undefined;
  private proposals: Proposals | undefined;
  /** Hard conditions of the chosen pair; `undefined` while they are asked for. */
  private checks: readonly Check[] | undefined;

  constructor(host: PlanHost) {
    this.host = host;
    this.command = new CommandDialog<RuleValues>(host, 'rule', {
      initial: { ruleResource: '', ruleReason: '' },
      fields: { resourceId: 'ruleResource', reason: 'ruleReason' },
      validate: ({ ruleResource, ruleReason }) => ({
        ruleResource: ruleResource === '' ? host.msg('resourceMissing') : undefined,
        ruleReason: ruleReason.trim() === '' ? host.msg('reasonMissing') : undefined,
      }),
      changed: ({ ruleResource }, name) => name === 'ruleResource' && void this.check(ruleResource),
      confirmed: (values) => this.send(values),
    });
  }

  openFor(kind: 'lock' | 'ban', pair: PairNamed): void {
    this.kind = kind;
    this.pair = pair;
    this.proposals = undefined;
    this.checks = undefined;
    this.command.open({ ruleResource: pair.resourceId, ruleReason: '' });
    if (kind === 'lock') void this.read(pair);
  }

  private async read(pair: PairNamed): Promise<void> {
    const { host } = this;
    try {
      const proposals = await host.matching().proposals({ needId: pair.needId, limit: choices });
      if (this.pair !== pair) return;
      this.proposals = proposals;
      if (pair.resourceId !== '') await this.check(pair.resourceId);
    } catch (error) {
      this.command.tell(asZsError(error).message);
    }
    host.requestUpdate();
  }

  /** What a hard condition says about this very pair, also where it is no proposal. */
  private async check(resourceId: string): Promise<void> {
    const { host, pair } = this;
    this.checks = undefined;
    if (pair === undefined || resourceId === '') return;
    try {
      const { proposal } = await host.matching().explainPair({ needId: pair.needId, resourceId });
      if (this.command.form.values.ruleResource === resourceId) this.checks = proposal.checks;
    } catch (error) {
      this.command.tell(asZsError(error).message);
    }
    host.requestUpdate();
  }

  private async send({ ruleResource: resourceId, ruleReason }: RuleValues): Promise<void> {
    const { host, pair, kind } = this;
    if (pair === undefined) return;
    const input = { needId: pair.needId, resourceId, kind, reason: ruleReason.trim() };
    await this.command.send('rule', input, (value, options) => host.matching().setPairRule(value, options), {
      done: () => host.solve({ label: host.msg('undo'), run: () => host.clearRule(pair.needId, resourceId) }),
      refused: async ({ kind: refusal }) => {
        if (refusal === 'conflict') await this.check(resourceId);
        return undefined;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    const { host, pair, kind, command } = this;
    if (pair === undefined) return nothing;
    const { msg } = host;
    const name = pair.enterpriseName === '' ? pair.number : pair.enterpriseName;
    return command.render({
      title: msg('ruleTitle', { kind: msg(kind), need: name }),
      body: html`<p>${msg(kind === 'lock' ? 'ruleLeadLock' : 'ruleLeadBan')}</p>
        ${kind === 'ban' ? html`<p><b>${pair.resourceTitle}</b></p>` : this.renderChoice()}
        ${textArea(command.form.field('ruleReason'), {
          label: msg('ruleReason'),
          hint: msg('ruleReasonHint'),
          rows: 2,
          maxlength: longest,
        })}`,
      submit: msg(kind === 'lock' ? 'ruleSendLock' : 'ruleSendBan'),
      danger: kind === 'ban',
      back: msg('back'),
    });
  }

  private renderChoice(): TemplateResult {
    const { host, pair, proposals, command, checks } = this;
    const { msg, words } = host;
    if (proposals === undefined) return skeleton(msg('checking'));
    const labels = (all: readonly Check[]): string =>
      words.list(all.filter(({ verdict }) => verdict !== 'pass').map(({ label }) => label));
    const found = [
      ...proposals.items.map(({ resource: { id, title } }) => ({ value: id, label: title })),
      ...proposals.toVerify.map(({ resource: { id, title }, checks: all }) => ({
        value: id,
        label: msg('verify', { title, list: labels(all) }),
      })),
      ...proposals.nearMisses.map(({ resource: { id, title }, failed }) => ({
        value: id,
        label: msg('nearly', { title, list: labels(failed) }),
      })),
    ];
    const planned =
      pair === undefined || pair.resourceId === '' || found.some(({ value }) => value === pair.resourceId)
        ? []
        : [{ value: pair.resourceId, label: pair.resourceTitle }];
    const broken = (checks ?? []).filter(({ verdict }) => verdict !== 'pass');
    return html`${selectField(command.form.field('ruleResource'), { label: msg('ruleResource'), choices: [...planned, ...found] })}
    ${
      command.form.values.ruleResource === ''
        ? nothing
        : checks === undefined
          ? skeleton(msg('checking'))
          : broken.length === 0
            ? notice({ kind: 'positive', title: msg('fine') })
            : html`${notice({ kind: 'caution', role: 'status', title: msg('broken') })} ${conditionRows(words, broken)}`
    }`;
  }
}
