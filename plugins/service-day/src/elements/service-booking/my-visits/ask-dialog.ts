/** Asks before something is done, with or without words of the enterprise's own. */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import type { FormHost } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** Longest text of an enterprise's own words, as the contract has it. */
const longest = 300;

export interface Question {
  /** Id of the record it is about: the focus goes there when the pressed button is gone. */
  readonly at: string;
  readonly title: string;
  readonly body: unknown;
  /** The main button, and the one that leaves everything as it is. */
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean;
  /** What the enterprise may write; `missing` makes it required. */
  readonly words?: { readonly label: string; readonly hint?: string; readonly missing?: string };
  /** Does it; what it returns is the error that is shown in the dialog. */
  act(words: string): Promise<ZsError | null>;
}

export class AskDialog {
  private readonly host: FormHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<{ words: string }>;
  private question: Question | undefined;
  private failure: ZsError | null = null;

  constructor(host: FormHost, closed: (at: string) => void) {
    this.host = host;
    this.dialog = new DialogController(host, 'ask', () => closed(this.question?.at ?? ''));
    this.form = new FormController(host, {
      initial: { words: '' },
      validate: ({ words }) => ({
        words: words.trim() === '' ? this.question?.words?.missing : undefined,
      }),
    });
  }

  ask(question: Question): void {
    this.question = question;
    this.failure = null;
    this.form.reset();
    this.dialog.open();
  }

  private readonly send = async ({ words }: { words: string }): Promise<void> => {
    this.failure = (await this.question?.act(words.trim())) ?? null;
    if (this.failure === null) this.dialog.close();
    this.host.requestUpdate();
  };

  render(): TemplateResult | typeof nothing {
    const { question, form, failure } = this;
    if (question === undefined) return nothing;
    const { title, body, yes, no, words, danger } = question;
    return this.dialog.render({
      title,
      body: html`<form id="ask-form" class="zs-stack" novalidate @submit=${form.submit(this.send)}>
        ${form.renderSummary()}
        <p>${body}</p>
        ${
          words === undefined
            ? nothing
            : textArea(form.field('words'), {
                label: words.label,
                optional: words.missing === undefined,
                maxlength: longest,
                ...(words.hint === undefined ? {} : { hint: words.hint }),
              })
        }
        ${failure === null ? nothing : notice({ kind: 'negative', role: 'alert', title: failure.message })}
      </form>`,
      actions: html`<button
          type="submit"
          form="ask-form"
          class="zs-btn ${danger === true ? 'zs-btn--danger-fill' : 'zs-btn--primary'}"
          aria-busy=${form.disabled ? 'true' : nothing}
        >
          ${yes}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${no}</button>`,
    });
  }
}
