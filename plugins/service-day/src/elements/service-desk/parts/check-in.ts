/** Checking in by the code on the ticket, typed or scanned. */
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { icon } from '@zhaoshang/elements/icons.ts';
import { doorIcon } from '@zhaoshang/elements/more-icons.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, type TemplateResult } from 'lit';
import type { DeskHost } from '../desk-host.ts';
import { checkInCodeOf } from './check-in-code.ts';
import { problemNotice } from './problem-notice.ts';

interface CodeValues {
  code: string;
}

export class CheckIn {
  private readonly host: DeskHost;
  private readonly arrive: (input: { readonly code: string }) => Promise<ZsError | undefined>;
  private readonly form: FormController<CodeValues>;
  private problem: ZsError | undefined;

  /** `arrive` checks in, and hands back why it was refused. */
  constructor(host: DeskHost, arrive: (input: { readonly code: string }) => Promise<ZsError | undefined>) {
    this.host = host;
    this.arrive = arrive;
    this.form = new FormController<CodeValues>(host, {
      initial: { code: '' },
      validate: ({ code }) => ({ code: checkInCodeOf(code) === '' ? host.msg('codeMissing') : undefined }),
      changed: () => (this.problem = undefined),
    });
  }

  private readonly send = async ({ code }: CodeValues): Promise<void> => {
    this.problem = await this.arrive({ code: checkInCodeOf(code) });
    if (this.problem === undefined) this.form.reset({ code: '' });
    this.host.requestUpdate();
    // The next in line is scanned at once; the field was disabled while sending.
    void this.host.updateComplete.then(() => setTimeout(() => this.form.focus('code')));
  };

  render(): TemplateResult {
    const { msg, attempts } = this.host;
    return html`<form class="zs-stack" novalidate @submit=${this.form.submit(this.send)}>
      ${problemNotice(this.problem)}
      <div class="zs-checkin">
        ${textField(this.form.field('code'), { label: msg('code'), hint: msg('codeHint'), autocomplete: 'off' })}
        <button type="submit" class="zs-btn" aria-busy=${attempts.busy === 'check-in' ? 'true' : 'false'}>
          ${icon(doorIcon)}${msg('checkIn')}
        </button>
      </div>
    </form>`;
  }
}
