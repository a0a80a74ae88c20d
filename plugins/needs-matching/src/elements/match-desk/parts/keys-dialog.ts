/** The list of shortcuts, and the switch that turns them off. */
import type { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeskHost } from '../desk-host.ts';

const keys = [
  ['1 — 9', 'keyNumber'],
  ['/', 'keySearch'],
  ['[', 'keyBefore'],
  [']', 'keyAfter'],
  ['?', 'keyList'],
  ['Esc', 'keyEscape'],
] as const;

export function keysDialog(
  { msg, keysOn }: DeskHost,
  dialog: DialogController,
  turn: (on: boolean) => void,
): TemplateResult | typeof nothing {
  if (!dialog.isOpen) return nothing;
  return dialog.render({
    title: msg('keys'),
    body: html`<div class="zs-stack">
      <p>${msg('keysLead')}</p>
      <label class="zs-choice">
        <input
          type="checkbox"
          id="keys-on"
          .checked=${live(keysOn)}
          @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}
        />
        <span class="zs-choice__box"></span><span>${msg('keysOn')}</span>
      </label>
      <dl class="zs-keys">
        ${keys.map(
          ([key, what]) =>
            html`<dt><kbd class="zs-key-cap">${key}</kbd></dt>
              <dd>${msg(what)}</dd>`,
        )}
      </dl>
    </div>`,
    actions: html`<button type="button" class="zs-btn" @click=${() => dialog.close()}>${msg('close')}</button>`,
  });
}
