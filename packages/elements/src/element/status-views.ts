/** What every element shows the same way while it has no content of its own to show. A chunk of its own. */
import { isStaff } from '@zhaoshang/kernel';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { alertIcon, icon } from '../icons.ts';
import { inboxIcon, lockIcon, offlineIcon, plugIcon, refreshIcon } from '../more-icons.ts';
import { statusMessages } from '../messages/status.messages.ts';
import type { StatusMessage } from '../messages/status.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { MessageHost, Translate } from '../messages/use-messages.ts';
import type { Portal } from '../portal/portal-context.ts';
import { adoptMore } from '../styles/adopt.ts';
import { frameStyles } from '../styles/frame.ts';
import { noticeStyles } from '../styles/notice.ts';
import { stateStyles } from '../styles/state.ts';
import { notice } from '../views/notice.ts';
import { stateView } from '../views/state-view.ts';
import type { StatusView } from './status.ts';

export interface StatusViewContext {
  readonly portal: Portal | undefined;
  readonly problem: ZsError | null;
  /** When the content below was read, in milliseconds; `undefined` where there is none. */
  readonly loadedAt: number | undefined;
  readonly retry: () => void;
}

type Host = LitElement & MessageHost;
interface Views extends StatusViewContext {
  readonly msg: Translate<StatusMessage>;
  readonly host: Host;
}

const texts = new WeakMap<Host, Translate<StatusMessage>>();

export function statusView(host: Host, view: StatusView, context: StatusViewContext): TemplateResult {
  const msg = texts.get(host) ?? useMessages(host, statusMessages);
  if (!texts.has(host)) {
    texts.set(host, msg);
    adoptMore(host, frameStyles, noticeStyles, stateStyles);
    // The texts of another language may have to be loaded first; the element waits with its next rendering.
    if (statusMessages.of(host.locale) === undefined) void host.requestUpdate();
  }
  const views = { ...context, msg, host };
  switch (view) {
    case 'empty':
      return stateView({ level: 2, icon: inboxIcon, title: msg('emptyTitle') });
    case 'sign-in':
      return signInView(views);
    case 'expired':
      return expiredNotice(views);
    case 'offline':
      return views.loadedAt === undefined ? offlineView(views) : offlineNotice(views, views.loadedAt);
    case 'error':
      return views.loadedAt === undefined ? errorView(views) : staleNotice(views);
  }
}

/** Codes that only somebody who runs the page can mend. */
const configCodes = ['adapter-unknown', 'config-invalid'];

function errorView({ msg, portal, problem, retry, host }: Views): TemplateResult {
  const phone = portal?.config.contact?.phone;
  if (problem !== null && configCodes.includes(problem.code) && isStaff(portal?.session ?? null))
    return configView(problem, host, msg);
  const own = problem !== null && host.locale === 'zh-CN' && problem.kind !== 'internal' ? problem.message : undefined;
  return stateView({
    level: 2,
    kind: 'error',
    icon: alertIcon,
    title: msg('errorTitle'),
    body: html`${own ?? msg('errorHelp')} ${phone === undefined ? nothing : msg('errorPhone', { phone })}`,
    actions: retryButton(msg, retry),
    note: msg('traceId', { id: problem?.traceId ?? problem?.code ?? '' }),
  });
}

/** Above content that could not be refreshed: the content stays. */
function staleNotice({ msg, problem, retry }: Views): TemplateResult {
  return notice({
    kind: 'negative',
    role: 'alert',
    title: msg('errorTitle'),
    body: html`${msg('errorHelp')} ${msg('traceId', { id: problem?.traceId ?? problem?.code ?? '' })}`,
    actions: retryButton(msg, retry),
  });
}

function retryButton(msg: Translate<StatusMessage>, retry: () => void): TemplateResult {
  return html`<button type="button" class="zs-btn" @click=${retry}>${icon(refreshIcon)}${msg('retry')}</button>`;
}

function offlineNotice({ msg, host }: Views, loadedAt: number): TemplateResult {
  const time = new Intl.DateTimeFormat(host.locale, {
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  }).format(loadedAt);
  return notice({
    kind: 'caution',
    icon: offlineIcon,
    role: 'status',
    title: msg('offlineTitle'),
    body: html`${msg.parts('offlineData', { time: html`<span class="zs-nb">${time}</span>` })}${msg('offlineHelp')}`,
  });
}

function offlineView({ msg }: Views): TemplateResult {
  return stateView({
    level: 2,
    kind: 'offline',
    icon: offlineIcon,
    title: msg('offlineTitle'),
    body: msg('offlineHelp'),
  });
}

function signInView({ msg, portal }: Views): TemplateResult {
  return stateView({
    level: 2,
    icon: lockIcon,
    title: msg('signInTitle'),
    body: msg('signInHelp'),
    actions: signInButton(msg('signIn'), portal),
  });
}

function expiredNotice({ msg, portal }: Views): TemplateResult {
  return notice({
    kind: 'caution',
    icon: lockIcon,
    role: 'alert',
    title: msg('expiredTitle'),
    body: msg('expiredHelp'),
    actions: signInButton(msg('signInAgain'), portal),
  });
}

function signInButton(label: string, portal: Portal | undefined): TemplateResult {
  return html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => portal?.signIn()}>${label}</button>`;
}

function configView(problem: ZsError, host: Host, msg: Translate<StatusMessage>): TemplateResult {
  const lines = [
    `<${host.localName}>`,
    problem.message,
    ...problem.fields.map((each) => `${each.pointer}：${each.message}`),
  ];
  return stateView({
    level: 2,
    kind: 'error',
    icon: plugIcon,
    title: msg('configTitle'),
    body: html`${msg('configHelp')}<span class="zs-code">${lines.join('\n')}</span>`,
  });
}
