/** Asks before something is done, with or without words of the enterprise's own. */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Deed, MyVisitsHost } from './my-visits-host.ts';

/** Longest text of an enterprise's own words, as the contract has it. */
const longest = 300;

export interface Question<Output = unknown> {
  readonly title: string;
  readonly body: unknown;
  /** The main button, and the one that leaves everything as it is. */
  readonly yes: string;
  readonly no: string;
  /** What the enterprise may write; `missing` makes it required. */
  readonly words?: { readonly label: string; readonly hint?: string; readonly missing?: string };
  /** What is done once it is answered, with the words written. */
  deed(words: string): Deed<Output>;
}

export class AskDialog {
  private readonly host: MyVisitsHost;
  private readonly command: CommandDialog<{ words: string }>;
  /** Id of the record it is about: the focus goes there when the pressed button is gone. */
  private about = '';
  private question: Omit<Question, 'deed'> | undefined;
  private answer: (words: string) => unknown = () => undefined;

  constructor(host: MyVisitsHost) {
    this.host = host;
    this.command = new CommandDialog(host, 'ask', {
      initial: { words: '' },
      fields: { reason: 'words', comment: 'words' },
      validate: ({ words }) => ({
        words: words.trim() === '' ? this.question?.words?.missing : undefined,
      }),
      confirmed: ({ words }) => this.answer(words.trim()),
      closed: () => void host.keepFocus(this.about),
    });
  }

  ask<Output>(about: string, question: Question<Output>): void {
    this.about = about;
    this.question = question;
    this.answer = (words) => {
      const { at, input, send, done } = question.deed(words);
      return this.command.send(at, input, (_same, options) => send(options), {
        done: (output) => this.host.tell(about, done(output)),
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
    const { title, body, yes, no, words } = question;
    const own = () =>
      textArea(command.form.field('words'), {
        label: words?.label ?? '',
        optional: words?.missing === undefined,
        maxlength: longest,
        ...(words?.hint === undefined ? {} : { hint: words.hint }),
      });
    return command.render({
      title,
      body: html`<p>${body}</p>
        ${words === undefined ? nothing : own()}`,
      submit: yes,
      back: no,
    });
  }
}
