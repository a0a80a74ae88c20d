/** What every dialog of a need has: its words, its limits, and fresh state after a conflict. */
import { useMessages, type Translate } from '@zhaoshang/elements';
import { CommandDialog, type CommandDialogOptions } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { FormValue } from '@zhaoshang/elements/form/form-controller.ts';
import type { ZsError } from '@zhaoshang/kernel';
import type { nothing, TemplateResult } from 'lit';
import type { Match } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';
import { actsMessages, type ActsMessage } from './acts.messages.ts';

export const longestText = 300;

export abstract class ActDialog<Values extends Record<keyof Values & string, FormValue>> {
  protected readonly host: NeedHost;
  protected readonly msg: Translate<ActsMessage>;
  protected readonly command: CommandDialog<Values>;

  constructor(host: NeedHost, name: string, options: CommandDialogOptions<Values>) {
    this.host = host;
    this.msg = useMessages(host, actsMessages);
    this.command = new CommandDialog<Values>(host, name, options);
  }

  abstract open(match?: Match): void;
  abstract render(): TemplateResult | typeof nothing;

  /** Something must be written, and no more than fits. */
  protected written(text: string, missing: ActsMessage, longest = longestText): string | undefined {
    if (text.trim() === '') return this.msg(missing);
    return this.fitting(text, longest);
  }

  protected fitting({ length }: string, longest = longestText): string | undefined {
    return length > longest ? this.msg('tooLong', { max: longest, n: length - longest }) : undefined;
  }

  /** After a conflict the need is read again; what was typed stays. */
  protected readonly refused = async ({ kind }: ZsError): Promise<string | undefined> => {
    if (kind === 'stale') return this.host.freshState();
    if (kind === 'conflict') await this.host.refresh();
    return undefined;
  };
}
