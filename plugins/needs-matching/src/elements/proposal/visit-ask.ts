/**
 * 约办 (RES-9, COMM-2): asks the booking element of the same page over the bus, and nothing else of it. Without one on the
 * page it leads to the page that has it, or says where to book.
 */
import { calendarIcon } from '@zhaoshang/elements/more-icons.ts';
import { icon } from '@zhaoshang/elements/icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { Bus } from '@zhaoshang/kernel';
import type { VisitWanted } from '@zhaoshang/service-day/contract.ts';
import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { ProposalWords } from './proposal-words.ts';

export interface VisitSources {
  bus(): Bus | undefined;
  /** Page that has the booking element; `''`: none is known. */
  bookingHref(): string;
  /** Tells people what was done. */
  announce(sentence: string): void;
}

export interface VisitWish {
  /** Tells several buttons of one element apart. */
  readonly at: string;
  /** Category whose department is to be seen. */
  readonly category: string;
  /** What it is about, as the accessible name says it: title of the resource. */
  readonly about: string;
  /** Shown to the person as the source: `需求 XQ-20261109-K7X2P4`. */
  readonly from?: string;
  /** What to ask there, at most 200 characters. */
  readonly question?: string;
  /** Instead of 约办, and the whole accessible name. */
  readonly label?: string;
  readonly primary?: boolean;
}

const longestQuestion = 200;

export class VisitAsk {
  private readonly host: ReactiveControllerHost;
  private readonly words: ProposalWords;
  private readonly sources: VisitSources;
  /** The wish that no element of this page took up. */
  private open: VisitWish | undefined;

  constructor(host: ReactiveControllerHost, words: ProposalWords, sources: VisitSources) {
    this.host = host;
    this.words = words;
    this.sources = sources;
  }

  /** Nothing where the category has no department to book. */
  button(wish: VisitWish): TemplateResult | typeof nothing {
    const { words } = this;
    if ((words.categoryOf(wish.category)?.bookDepartment ?? null) === null) return nothing;
    const label = wish.label ?? words.msg('visit');
    return html`<button
      type="button"
      class="zs-btn ${wish.primary === true ? 'zs-btn--primary' : ''}"
      aria-label=${wish.label === undefined ? words.msg('visitOf', { title: wish.about }) : `${wish.label}：${wish.about}`}
      @click=${() => this.ask(wish)}
    >
      ${icon(calendarIcon)}${label}
    </button>`;
  }

  ask(wish: VisitWish): void {
    const wanted = this.wantedOf(wish);
    if (wanted === undefined) return;
    const taken = this.sources.bus()?.ask('service-day.visit-wanted', wanted) ?? false;
    this.open = taken ? undefined : wish;
    if (taken) this.sources.announce(this.words.msg('visitAsked'));
    this.host.requestUpdate();
  }

  /** Where to book, under the wish with this name. Needs `noticeStyles`. */
  below(at: string): TemplateResult | typeof nothing {
    const { open, words, sources } = this;
    const wanted = open?.at === at ? this.wantedOf(open) : undefined;
    if (wanted === undefined) return nothing;
    const { msg } = words;
    const department = words.provider(wanted.department);
    const href = sources.bookingHref();
    return href === ''
      ? notice({
          kind: 'info',
          role: 'status',
          title: msg('visitWhere'),
          body: msg('visitWhereBody', {
            department,
            topic: wanted.topic ?? '',
            phone: words.catalogue?.helpPhone ?? '',
          }),
        })
      : notice({
          kind: 'info',
          role: 'status',
          title: msg('visitElsewhere'),
          actions: html`<a class="zs-btn" href=${bookingLink(href, wanted)}>
            ${icon(calendarIcon)}${msg('visitGo', { department })}
          </a>`,
        });
  }

  private wantedOf({ category, from, question }: VisitWish): VisitWanted | undefined {
    const found = this.words.categoryOf(category);
    if (found === undefined || found.bookDepartment === null) return undefined;
    return {
      department: found.bookDepartment,
      ...(found.bookTopic === '' ? {} : { topic: found.bookTopic }),
      ...(question === undefined ? {} : { question: question.slice(0, longestQuestion) }),
      ...(from === undefined ? {} : { from }),
    };
  }
}

/** The booking page with department and topic behind it, whatever it has of its own. */
export function bookingLink(
  href: string,
  { department, topic = '' }: Pick<VisitWanted, 'department' | 'topic'>,
): string {
  const [path = '', hash] = href.split('#');
  const query = `departments=${encodeURIComponent(department)}${topic === '' ? '' : `&topic=${encodeURIComponent(topic)}`}`;
  return `${path}${path.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`;
}
