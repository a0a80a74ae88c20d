/** A sentence of one's own below a row: why one did not come, what an answer misses. */
import { alertIcon, icon } from '@zhaoshang/elements/icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MyVisitsView } from './my-visits.ts';

export interface CommentForm {
  readonly title: string;
  readonly label: string;
  readonly help: string;
  readonly need: string;
  readonly act: string;
  readonly not: string;
  readonly send: (comment: string) => void;
}

export function commentForm(view: MyVisitsView, parts: CommentForm): TemplateResult {
  const submit = () => {
    if (view.comment.trim() !== '') return parts.send(view.comment.trim());
    view.commentWrong = true;
    (view.renderRoot.querySelector('#comment') as HTMLElement | null)?.focus();
  };
  return html`<div class="zs-panel zs-panel--sunken zs-stack">
    <h4 class="zs-h3">${parts.title}</h4>
    <div class=${view.commentWrong ? 'zs-field is-invalid' : 'zs-field'}>
      <label class="zs-field__label" for="comment">${parts.label}</label>
      ${parts.help === '' ? nothing : html`<span class="zs-field__help" id="comment-help">${parts.help}</span>`}
      ${
        view.commentWrong
          ? html`<span class="zs-field__error" id="comment-error">${icon(alertIcon)}<span>${parts.need}</span></span>`
          : nothing
      }
      <textarea
        class="zs-textarea"
        id="comment"
        rows="2"
        maxlength="300"
        aria-invalid=${view.commentWrong ? 'true' : nothing}
        aria-describedby="comment-help comment-error"
        .value=${view.comment}
        @input=${(event: Event) => (view.comment = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <div class="zs-row">
      <button type="button" class="zs-btn zs-btn--primary" @click=${submit}>${parts.act}</button>
      <button type="button" class="zs-btn" @click=${() => view.toggle('')}>${parts.not}</button>
    </div>
  </div>`;
}
