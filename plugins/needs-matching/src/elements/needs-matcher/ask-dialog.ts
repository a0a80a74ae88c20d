/** Asks before something is done, with or without words of the enterprise's own. */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { AttemptOptions } from '@zhaoshang/elements/element/attempt-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** Longest text of an enterprise's own words, as the contract has it. */
const longest = 300;

export interface AskHost extends CommandHost {
  /** What was refused has often changed meanwhile: reads it again where that may be. */
  refused(error: ZsError): Promise<void>;
}

export interface Deed<Output> {
  /** Name of the command and of what it is done to. */
  readonly at: string;
  readonly input: unknown;
  send(options: AttemptOptions): Promise<Output>;
  done(output: Output): unknown;
}

export interface Question<Output> {
  readonly title: string;
  readonly body: unknown;
  /** The main button, and the one that leaves everything as it is. */
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean;
  /** What the enterprise may write; `missing` makes it required. */
  readonly words?: { readonly label: string; readonly hint?: string; readonly missing?: string };
  /** What is done once it is answered, with the words written. */
  deed(words: string): Deed<Output>;
}

/** Needs `dialogStyles`, `errorSummaryStyles`, `fieldStyles` and `noticeStyles`. */
export class AskDialog {
  private readonly command: CommandDialog<{ words: string }>;
  private readonly host: AskHost;
  private question: Omit<Question<unknown>, 'deed'> | undefined;
  private answer: (words: string) => unknown = () => undefined;

  constructor(host: AskHost, name = 'ask') {
    this.host = host;
    this.command = new CommandDialog(host, name, {
      initial: { words: '' },
      fields: { reason: 'words', comment: 'words' },
      validate: ({ words }) => ({ words: words.trim() === '' ? this.question?.words?.missing : undefined }),
      confirmed: ({ words }) => this.answer(words.trim()),
    });
  }

  ask<Output>(question: Question<Output>): void {
    this.question = question;
    this.answer = (words) => {
      const { at, input, send, done } = question.deed(words);
      return this.command.send(at, input, (_same, options) => send(options), {
        done,
        refused: async (error) => {
          await this.host.refused(error);
          return undefined;
        },
      });
    };
    this.command.open();
  }

  render(): TemplateResult | typeof nothing {
    const { question, command } = this;
    if (question === undefined) return nothing;
    const { title, body, yes, no, words, danger = false } = question;
    const own = (): TemplateResult =>
      textArea(command.form.field('words'), {
        label: words?.label ?? '',
        optional: words?.missing === undefined,
        maxlength: longest,
        ...(words?.hint === undefined ? {} : { hint: words.hint }),
      });
    return command.render({
      title,
      body: html`${body === nothing ? nothing : html`<p>${body}</p>`} ${words === undefined ? nothing : own()}`,
      submit: yes,
      back: no,
      danger,
    });
  }
}
