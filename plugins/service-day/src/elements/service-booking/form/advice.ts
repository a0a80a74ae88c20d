/** What the person must know now, with the way on as buttons; it takes the focus when it appears. */
import { offlineIcon, lockIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BookingView } from '../booking-view.ts';
import { formatDate, formatTime } from '../booking-words.ts';
import type { Advice, BookingForm } from './booking-form.ts';
import { problemText } from './field-error.ts';

/** Alternatives shown as buttons at most; the grid has the others. */
const alternativesShown = 4;

/** Kinds of advice that belong beside the slots; the others belong beside the button that submits. */
const besideSlots: readonly string[] = ['lost', 'expired', 'said', 'prefilled'];

export function adviceView(view: BookingView, form: BookingForm, place: 'slots' | 'submit'): unknown {
  const { advice } = form;
  if (advice === null || besideSlots.includes(advice.kind) !== (place === 'slots')) return nothing;
  return html`<div id="advice" tabindex="-1">${content(view, form, advice)}</div>`;
}

function content(view: BookingView, form: BookingForm, advice: Advice): TemplateResult {
  const { locale } = view;
  const { msg } = form;
  const button = (word: string, act: () => void, primary = true) =>
    html`<button type="button" class=${primary ? 'zs-btn zs-btn--primary' : 'zs-btn'} @click=${act}>${word}</button>`;
  switch (advice.kind) {
    case 'lost': {
      const { department, start } = advice.segment;
      const shown = advice.alternatives.slice(0, alternativesShown);
      return notice({
        kind: 'caution',
        title: msg('lostTitle', { department: view.nameOf(department), time: formatTime(start) }),
        body: msg(shown.length === 0 ? 'lostNone' : 'lostBody'),
        actions: shown.map((alternative) => {
          const date = alternative.date === view.flow.date ? '' : `${formatDate(alternative.date, { locale })} `;
          const where = alternative.department === department ? '' : `${view.nameOf(alternative.department)} `;
          const words = `${where}${date}${formatTime(alternative.start)} ${view.msg('left', { n: alternative.remaining })}`;
          return button(words, () => form.takeAlternative(alternative), false);
        }),
      });
    }
    case 'expired':
      return notice({
        kind: 'caution',
        title: msg('expiredTitle'),
        body: msg('expiredBody'),
        actions: button(msg('holdAgain'), () => form.holdAgain()),
      });
    case 'login':
      return form.session === null
        ? notice({
            kind: 'caution',
            icon: lockIcon,
            title: msg('loginTitle'),
            body: msg('loginBody'),
            actions: button(msg('login'), () => form.signIn()),
          })
        : notice({ kind: 'caution', icon: lockIcon, title: msg('notEnterprise') });
    case 'offline':
      return notice({
        kind: 'caution',
        icon: offlineIcon,
        title: msg('offlineTitle'),
        body: msg('offlineBody'),
        actions: button(msg('offlineKeep'), () => void form.keepIntent()),
      });
    case 'kept-offline':
      return notice({ kind: 'caution', icon: offlineIcon, title: msg('intentKept'), body: msg('offlineBody') });
    case 'said':
      return notice({ kind: 'caution', title: advice.text });
    case 'prefilled':
      return notice({
        title: msg('wishTaken', { department: view.nameOf(advice.department) }),
        body: advice.from === '' ? msg('wishCheck') : msg('wishFrom', { from: advice.from }),
      });
    case 'failed':
      return advice.error.kind === 'internal'
        ? notice({ kind: 'negative', title: msg('failedTitle'), body: msg('failedBody') })
        : notice({ kind: 'negative', title: advice.error.message });
  }
}

/** All that is missing, each line a way to its place (WCAG 3.3.1). */
export function problemSummary(form: BookingForm): TemplateResult | typeof nothing {
  const { problems, msg } = form;
  if (problems.length === 0) return nothing;
  return html`<div class="zs-error-summary" role="alert" tabindex="-1">
    <h3 class="zs-h3">${msg('problems', { n: problems.length })}</h3>
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            <button type="button" class="zs-link" @click=${() => form.goTo(problem.field)}>
              ${problemText(form, problem)}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Above everything while there is no network: how old the data is, and what submitting will do. */
export function offlineNotice({ msg }: BookingForm, time: string): TemplateResult {
  return notice({
    kind: 'caution',
    icon: offlineIcon,
    role: 'status',
    title: msg('offlineNow'),
    body: msg('offlineSince', { time }),
  });
}
