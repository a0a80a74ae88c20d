import { ZsElement, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { checkboxGroup, radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import type { Booking } from '../booking-types.ts';
import { ratingMessages } from './visit-rating.messages.ts';

const ratingStyles = css`
  .zs-rating-title:focus {
    outline: none;
  }
`;

const levels = [5, 4, 3, 2, 1] as const;

/**
 * 好差评 (国办发〔2019〕51号): five levels in words, reasons, a comment; later one supplement 追评. Emits `rated` and `close`.
 *
 * @summary Rating of one appointment (inside the booking element).
 */
export class VisitRatingElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    panelStyles,
    noticeStyles,
    ratingStyles,
  );
  private readonly msg = useMessages(this, ratingMessages);
  private readonly attempt = new AttemptController(this);
  private readonly form = new FormController(this, {
    initial: { level: '', tags: [] as readonly string[], comment: '' },
    validate: ({ level, comment }) =>
      this.isSupplement
        ? { comment: comment.trim() === '' ? this.msg('needComment') : undefined }
        : { level: level === '' ? this.msg('needLevel') : undefined },
  });

  @state() private failure = '';

  @property({ attribute: false }) booking: Booking | null = null;
  /** Reasons to choose from, by level `'1'…'5'`, as the zone's settings have them. */
  @property({ attribute: false }) tags: Readonly<Record<string, readonly string[]>> = {};

  private get isSupplement(): boolean {
    return (this.booking?.rating ?? null) !== null;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.focusOn('.zs-rating-title');
  }

  private readonly handleSubmit = this.form.submit(async ({ level, tags, comment }) => {
    const { booking } = this;
    if (booking === null) return;
    const client = this.client<ServiceDayContract>(serviceDayOutline);
    const outcome = this.isSupplement
      ? await this.attempt.run('supplement', { bookingId: booking.id, comment: comment.trim() }, (input, options) =>
          client.supplementRating(input, options),
        )
      : await this.attempt.run(
          'rate',
          {
            bookingId: booking.id,
            score: Number(level),
            // What was chosen at another level does not count.
            tags: tags.filter((tag) => this.tags[level]?.includes(tag)),
            comment: comment.trim(),
          },
          (input, options) => client.rate(input, options),
        );
    if (outcome.ok) this.dispatchEvent(new CustomEvent('rated', { detail: outcome.output }));
    else this.failure = outcome.error.message;
  });

  protected override renderContent(): unknown {
    const { msg, form, booking, isSupplement } = this;
    if (booking === null) return nothing;
    const { level } = form.values;
    const tags = this.tags[level] ?? [];
    return html`<form class="zs-panel zs-panel--sunken zs-stack" novalidate @submit=${this.handleSubmit}>
      <h4 class="zs-h3 zs-rating-title" tabindex="-1">${msg(isSupplement ? 'supplement' : 'title')}</h4>
      ${form.renderSummary()}
      ${
        isSupplement
          ? nothing
          : radioGroup(form.field('level'), {
              label: msg('level'),
              row: true,
              choices: levels.map((each) => ({ value: String(each), label: msg(`level${each}`) })),
            })
      }
      ${
        tags.length === 0 || isSupplement
          ? nothing
          : checkboxGroup(form.field('tags'), {
              label: msg('why'),
              row: true,
              optional: true,
              choices: tags.map((tag) => ({ value: tag, label: tag })),
            })
      }
      ${textArea(form.field('comment'), {
        label: msg(isSupplement ? 'supplement' : 'comment'),
        hint: msg(isSupplement ? 'supplementHelp' : 'commentHelp'),
        optional: !isSupplement,
        rows: 2,
        maxlength: 300,
      })}
      ${this.failure === '' ? nothing : notice({ kind: 'negative', role: 'alert', title: this.failure })}
      <div class="zs-row">
        <button type="submit" class="zs-btn zs-btn--primary" aria-busy=${form.disabled ? 'true' : nothing}>
          ${msg(isSupplement ? 'supplementAct' : 'act')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dispatchEvent(new Event('close'))}>
          ${msg('not')}
        </button>
      </div>
    </form>`;
  }
}
