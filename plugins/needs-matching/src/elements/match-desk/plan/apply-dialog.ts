/** Doing what a person chose of the plan; what came of each pair is told (OUT-7). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, type nothing, type TemplateResult } from 'lit';
import type { PlannedPair } from '../match-types.ts';
import { pairKey, type PlanHost } from './plan-host.ts';

interface ApplyValues {
  applyMessage: string;
}
const longest = 300;

/** The contract takes so many pairs at a time. */
export const pairsAtOnce = 100;

export class ApplyDialog {
  private readonly host: PlanHost;
  private readonly command: CommandDialog<ApplyValues>;

  constructor(host: PlanHost) {
    this.host = host;
    this.command = new CommandDialog<ApplyValues>(host, 'apply', {
      initial: { applyMessage: '' },
      fields: { message: 'applyMessage' },
      confirmed: (values) => this.send(values),
    });
  }

  get pairs(): readonly PlannedPair[] {
    const { plan, chosen } = this.host;
    return (plan?.pairs ?? []).filter((pair) => chosen.has(pairKey(pair))).slice(0, pairsAtOnce);
  }

  open(): void {
    this.command.open();
  }

  private async send({ applyMessage }: ApplyValues): Promise<void> {
    const { host, pairs } = this;
    const input = {
      message: applyMessage.trim(),
      pairs: pairs.map(({ needId, resourceId, quantity, against }) => ({
        needId,
        resourceId,
        quantity,
        reason: against?.reason ?? '',
      })),
    };
    await this.command.send('apply', input, (value, options) => host.matching().applyPlan(value, options), {
      done: ({ results }) => host.showResults(results, pairs),
      refused: async ({ kind }) => {
        if (kind === 'conflict') await host.solve();
        return undefined;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    const { host, pairs, command } = this;
    const { msg } = host;
    const names = pairs.map(
      ({ enterpriseName, number, resourceTitle }) =>
        `${enterpriseName === '' ? number : enterpriseName} → ${resourceTitle}`,
    );
    return command.render({
      title: msg('applyTitle', { n: pairs.length }),
      body: html`<p>${msg('applyLead')}</p>
        <ul class="zs-plan__lines zs-small">
          ${names.map((name) => html`<li>${name}</li>`)}
        </ul>
        ${textArea(command.form.field('applyMessage'), {
          label: msg('message'),
          optional: true,
          rows: 3,
          maxlength: longest,
        })}`,
      submit: msg('applySend'),
      submitDisabled: pairs.length === 0,
      back: msg('back'),
    });
  }
}
