/** What every element shows the same way while it has no content of its own to show. */
import { isStaff } from '@zhaoshang/kernel';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon, icon, lockIcon, offlineIcon, plugIcon, refreshIcon } from '../icons.ts';
import type { CommonMessage } from '../messages/common.messages.ts';
import type { Translate } from '../messages/use-messages.ts';
import type { Portal } from '../portal/portal-context.ts';
import { notice } from '../views/notice.ts';
import { stateView } from '../views/state-view.ts';

export interface StatusViewContext {
  readonly msg: Translate<CommonMessage>;
  readonly portal: Portal | undefined;
  readonly retry: () => void;
}

/** Codes that only somebody who runs the page can mend. */
const configCodes = ['adapter-unknown', 'config-invalid'];

export function errorView(problem: ZsError, { msg, portal, retry }: StatusViewContext): TemplateResult {
  const phone = portal?.config.contact?.phone;
  const staff = isStaff(portal?.session ?? null);
  if (staff && configCodes.includes(problem.code)) return configView(problem, msg);
  const chinese = portal?.locale !== 'en' && problem.kind !== 'internal';
  return stateView({
    kind: 'error',
    icon: alertIcon,
    title: msg('errorTitle'),
    body: html`${chinese ? problem.message : msg('errorHelp')}
    ${phone === undefined ? nothing : msg('errorPhone', { phone })}`,
    actions: html`<button type="button" class="zs-btn" @click=${retry}>${icon(refreshIcon)}${msg('retry')}</button>`,
    note: msg('traceId', { id: problem.traceId ?? problem.code }),
  });
}

/** Above content that could not be refreshed: the content stays. */
export function staleNotice(
  problem: ZsError | null,
  offline: string | null,
  context: StatusViewContext,
): TemplateResult {
  const { msg, retry } = context;
  if (offline !== null)
    return notice({
      kind: 'caution',
      icon: offlineIcon,
      role: 'status',
      title: msg('offlineTitle'),
      body: html`${msg.parts('offlineData', { time: html`<span class="zs-nb">${offline}</span>` })}${msg('offlineHelp')}`,
    });
  return notice({
    kind: 'negative',
    role: 'alert',
    title: msg('errorTitle'),
    body: html`${msg('errorHelp')} ${msg('traceId', { id: problem?.traceId ?? problem?.code ?? '' })}`,
    actions: html`<button type="button" class="zs-btn" @click=${retry}>${icon(refreshIcon)}${msg('retry')}</button>`,
  });
}

export function offlineView({ msg }: StatusViewContext): TemplateResult {
  return stateView({ kind: 'offline', icon: offlineIcon, title: msg('offlineTitle'), body: msg('offlineHelp') });
}

export function signInView({ msg, portal }: StatusViewContext): TemplateResult {
  return stateView({
    icon: lockIcon,
    title: msg('signInTitle'),
    body: msg('signInHelp'),
    actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => portal?.signIn()}>
      ${msg('signIn')}
    </button>`,
  });
}

export function expiredNotice({ msg, portal }: StatusViewContext): TemplateResult {
  return notice({
    kind: 'caution',
    icon: lockIcon,
    role: 'alert',
    title: msg('expiredTitle'),
    body: msg('expiredHelp'),
    actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => portal?.signIn()}>
      ${msg('signInAgain')}
    </button>`,
  });
}

function configView(problem: ZsError, msg: Translate<CommonMessage>): TemplateResult {
  const lines = [problem.message, ...problem.fields.map(({ pointer, message }) => `${pointer}：${message}`)];
  return stateView({
    kind: 'error',
    icon: plugIcon,
    title: msg('configTitle'),
    body: html`${msg('configHelp')}<span class="zs-code">${lines.join('\n')}</span>`,
  });
}
