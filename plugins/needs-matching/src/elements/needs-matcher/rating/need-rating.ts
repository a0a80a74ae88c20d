import { ZsElement, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { checkboxGroup, radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import type { Need } from '../../proposal/proposal-types.ts';
import { needRatingMessages } from './need-rating.messages.ts';

const levels = [5, 4, 3, 2, 1] as const;

const needRatingStyles = css`
  .zs-rating-title:focus {
    outline: none;
  }
`;

/**
 * 好差评 of a need that was met (COMM-13): five levels in words, reasons, a comment; later one supplement 追评. Emits `rated`
 * with the need, and `close`.
 *
 * @summary Rating of one need (inside the matcher).
 */
export class NeedRatingElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    panelStyles,
    noticeStyles,
    needRatingStyles,
  );
  private readonly msg = useMessages(this, needRatingMessages);
  private readonly attempt = new AttemptController(this);
  private readonly form = new FormController(this, {
    initial: { level: '', tags: [] as readonly string[], comment: '' },
    validate: ({ level, comment }) =>
      this.isSupplement
        ? { comment: comment.trim() === '' ? this.msg('needComment') : undefined }
        : { level: level === '' ? this.msg('needLevel') : undefined },
  });

  @state() private failure = '';

  @property({ attribute: false }) need: Need | undefined;
  /** Reasons to choose from, by level `'1'…'5'`, as the zone's settings have them. */
  @property({ attribute: false }) tags: Readonly<Record<string, readonly string[]>> = {};

  private get isSupplement(): boolean {
    return (this.need?.rating ?? null) !== null;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.focusOn('.zs-rating-title');
  }

  private readonly handleSubmit = this.form.submit(async ({ level, tags, comment }) => {
    const { need } = this;
    if (need === undefined) return;
    const client = this.client<NeedsMatchingContract>(needsMatchingOutline);
    const words = comment.trim();
    const outcome = this.isSupplement
      ? await this.attempt.run('supplement', { needId: need.id, comment: words }, (input, options) =>
          client.supplementNeedRating(input, options),
        )
      : await this.attempt.run(
          'rate',
          {
            needId: need.id,
            score: Number(level),
            // What was chosen at another level does not count.
            tags: tags.filter((tag) => this.tags[level]?.includes(tag)),
            comment: words,
          },
          (input, options) => client.rateNeed(input, options),
        );
    if (outcome.ok) this.dispatchEvent(new CustomEvent('rated', { detail: outcome.output }));
    else this.failure = outcome.error.message;
  });

  protected override renderContent(): unknown {
    const { msg, form, need, isSupplement } = this;
    if (need === undefined) return nothing;
    const reasons = this.tags[form.values.level] ?? [];
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
        reasons.length === 0 || isSupplement
          ? nothing
          : checkboxGroup(form.field('tags'), {
              label: msg('why'),
              row: true,
              optional: true,
              choices: reasons.map((tag) => ({ value: tag, label: tag })),
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
