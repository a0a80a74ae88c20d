/** Taking the list along: on paper, or as a calendar that follows the desk. */
import { icon } from '@zhaoshang/elements';
import { calendarIcon, printIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from '../desk-host.ts';

export function deskTools({ msg, canWork }: DeskHost, subscribe: () => void): TemplateResult {
  return html`<section class="zs-section zs-desk__tools" aria-labelledby="tools-title">
    <div class="zs-section__head"><h3 class="zs-h2" id="tools-title">${msg('tools')}</h3></div>
    <div class="zs-row">
      <button type="button" class="zs-btn" @click=${() => window.print()}>${icon(printIcon)}${msg('print')}</button>
      ${
        canWork
          ? html`<button type="button" class="zs-btn" @click=${subscribe}>${icon(calendarIcon)}${msg('feed')}</button>`
          : nothing
      }
    </div>
  </section>`;
}
