import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { AttemptController, AttemptOptions } from '../element/attempt-controller.ts';
import { FormController, type FormHost, type FormOptions, type FormValue } from '../form/form-controller.ts';
import { notice } from '../views/notice.ts';
import { useMessages, type Translate } from '../messages/use-messages.ts';
import { DialogController } from './dialog-controller.ts';
import { dialogMessages, type DialogMessage } from './dialog.messages.ts';

/** An element that sends commands from dialogs: one at a time, whichever dialog they come from. */
export interface CommandHost extends FormHost {
  readonly attempts: AttemptController;
}

export interface CommandDialogOptions<Values> extends FormOptions<Values> {
  /** The main button was pressed and nothing typed is wrong: usually one `send`. */
  readonly confirmed: (values: Values) => unknown;
  /** Field of the form by the command's own name for it, where they differ: what the backend finds wrong lands there. */
  readonly fields?: Readonly<Record<string, keyof Values & string>>;
  /** Told whichever way it was closed. */
  readonly closed?: () => void;
}

export interface CommandEnds<Output> {
  /** It is done and the dialog closed: say so, read again. */
  done(output: Output): unknown;
  /** It was refused: read again what has changed. What is returned is said instead of the error's own sentence. */
  refused?(error: ZsError): Promise<string | undefined> | string | undefined;
  /** The dialog stays open to show what came of it. */
  readonly stays?: boolean;
}

export interface CommandDialogParts {
  readonly title: unknown;
  readonly body: unknown;
  /** Label of the main button; left out where nothing is left to send and `body` is the result. */
  readonly submit?: unknown;
  /** Label of the button that leaves everything as it is. */
  readonly back: unknown;
  readonly danger?: boolean;
  readonly submitDisabled?: boolean;
}

/**
 * A form in a dialog that sends one command. Answered, it closes; refused, everything typed stays, with the reasons at
 * their fields and the rest in a notice; after a lost answer the next click sends the same key. Needs `dialogStyles`,
 * `errorSummaryStyles` and the styles of its fields. Its place in the template: `${this.cancelling.render({…})}`.
 */
export class CommandDialog<Values extends Record<keyof Values & string, FormValue>> {
  readonly form: FormController<Values>;
  /** What the command was refused for, as it stands at the top of the dialog; `''` when nothing is wrong. */
  problem = '';
  private readonly host: CommandHost;
  private readonly name: string;
  private readonly options: CommandDialogOptions<Values>;
  private readonly dialog: DialogController;
  private readonly msg: Translate<DialogMessage>;
  private opened = 0;

  /** `name` tells several dialogs of one element apart; the form's id is `<name>-form`. */
  constructor(host: CommandHost, name: string, options: CommandDialogOptions<Values>) {
    this.host = host;
    this.name = name;
    this.options = options;
    this.dialog = new DialogController(host, name, options.closed);
    this.form = new FormController(host, options);
    this.msg = useMessages(host, dialogMessages);
  }

  get isOpen(): boolean {
    return this.dialog.isOpen;
  }

  /** Opens with the initial values, or with others. */
  open(values: Values = this.options.initial): void {
    this.opened += 1;
    this.problem = '';
    this.form.reset(values);
    this.dialog.open();
  }

  close(): void {
    this.dialog.close();
  }

  /** Shows a sentence at the top; `''` takes it away. */
  tell(problem: string): void {
    this.problem = problem;
    this.host.requestUpdate();
  }

  /** One attempt at the command `name`; the outcome is told to `ends`. */
  async send<Input, Output>(
    name: string,
    input: Input,
    call: (input: Input, options: AttemptOptions) => Promise<Output>,
    ends: CommandEnds<Output>,
  ): Promise<void> {
    const { opened } = this;
    this.tell('');
    const outcome = await this.host.attempts.run(name, input, call);
    if (!outcome.ok) {
      const sentence = await ends.refused?.(outcome.error);
      return this.opened === opened
        ? this.refuse(outcome.error, sentence)
        : this.refuseEarlier(outcome.error, sentence);
    }
    // Closed and opened for something else meanwhile: that stays.
    if (ends.stays !== true && this.opened === opened) this.dialog.close();
    await ends.done(outcome.output);
    this.host.requestUpdate();
  }

  private async refuse({ kind, message, fields }: ZsError, sentence: string | undefined): Promise<void> {
    // Closed before the answer: a refusal is not lost, nor what was typed.
    if (kind !== 'aborted') this.dialog.open();
    const issues = fields.map((issue) => {
      const [, name = ''] = issue.pointer.split('/');
      return { ...issue, pointer: `/${this.options.fields?.[name] ?? name}` };
    });
    const shown = await this.form.showIssues(issues);
    if (sentence !== undefined || !shown) this.tell(sentence ?? message);
  }

  /** Closed and opened for something else meanwhile: it is told that the earlier one failed, and stays as it is. */
  private refuseEarlier({ kind, message }: ZsError, sentence = message): void {
    if (kind === 'aborted') return;
    this.dialog.open();
    this.tell(this.msg('earlierRefused', { reason: sentence }));
  }

  private readonly confirm = async (values: Values): Promise<void> => {
    const root = this.host.renderRoot as ShadowRoot;
    const before = root.activeElement as HTMLElement | null;
    await this.options.confirmed(values);
    // Fields are disabled while sending, and a form may have made room for its result: the focus stays in the dialog.
    setTimeout(() => {
      if (!this.isOpen || root.activeElement?.matches('dialog') === false) return;
      const back = root.querySelector<HTMLElement>(`#dialog-${this.name} [data-back]`);
      (before?.isConnected === true && !before.matches('dialog') ? before : back)?.focus();
    });
  };

  render({ title, body, submit, back, danger, submitDisabled }: CommandDialogParts): TemplateResult | typeof nothing {
    const { form, problem } = this;
    const id = `${this.name}-form`;
    const main = html`<button
      type="submit"
      form=${id}
      class="zs-btn ${danger === true ? 'zs-btn--danger-fill' : 'zs-btn--primary'}"
      ?disabled=${submitDisabled === true}
      aria-busy=${form.disabled ? 'true' : 'false'}
    >
      ${submit}
    </button>`;
    return this.dialog.render({
      title,
      body: html`<form id=${id} class="zs-stack" novalidate @submit=${form.submit(this.confirm)}>
        ${form.renderSummary()} ${problem === '' ? nothing : notice({ kind: 'caution', role: 'alert', title: problem })}
        ${body}
      </form>`,
      actions: html`${submit === undefined ? nothing : main}
        <button type="button" class="zs-btn" data-back @click=${() => this.close()}>${back}</button>`,
    });
  }
}
