/**
 * The floor: what anybody would write with Lit alone for the same dates, departments and slots of the same server. No rules, no
 * holds, no form, no languages, no accessibility work: only what must be fetched and drawn before a slot can be pressed.
 */
import { css, html, LitElement, nothing } from 'lit';

interface Day {
  readonly date: string;
  readonly state: string;
}
interface Department {
  readonly code: string;
  readonly name: string;
  readonly scope: string;
}
interface Desk {
  readonly department: string;
  readonly slots: readonly { readonly start: string; readonly end: string; readonly remaining: number }[];
}

class PlainSlots extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font: 16px/1.6 sans-serif;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      margin: 0 0 1rem;
      padding: 0;
      list-style: none;
    }
    button,
    label {
      display: inline-block;
      margin: 0 8px 8px 0;
      padding: 8px 12px;
      border: 1px solid #667;
      border-radius: 4px;
      background: #fff;
      font: inherit;
    }
    button[aria-pressed='true'] {
      background: #0f4a74;
      color: #fff;
    }
  `;

  private days: readonly Day[] = [];
  private departments: readonly Department[] = [];
  private desks: readonly Desk[] = [];
  private date = '';
  private chosen: ReadonlySet<string> = new Set();
  private readonly taken = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.chosen = new Set((this.getAttribute('departments') ?? '').split(' '));
    void this.load();
  }

  private async load(): Promise<void> {
    const timetable = await read<{ days: Day[]; departments: Department[] }>('timetable?weeks=6');
    this.days = timetable.days;
    this.departments = timetable.departments;
    await this.choose(this.days.find(({ state }) => state === 'open')?.date ?? '');
  }

  private async choose(date: string): Promise<void> {
    this.date = date;
    this.desks = (await read<{ desks: Desk[] }>(`availability?date=${date}`)).desks;
    this.requestUpdate();
  }

  private press(key: string): void {
    if (!this.taken.delete(key)) this.taken.add(key);
    this.requestUpdate();
  }

  protected override render(): unknown {
    return html`<ul>
        ${this.days.map(
          ({ date, state }) =>
            html`<li>
              <button
                aria-pressed=${date === this.date}
                ?disabled=${state !== 'open'}
                @click=${() => this.choose(date)}
              >
                ${date}
              </button>
            </li>`,
        )}
      </ul>
      <ul>
        ${this.departments.map(
          ({ code, name, scope }) =>
            html`<li>
              <label><input type="checkbox" .checked=${this.chosen.has(code)} /> ${name} <small>${scope}</small></label>
            </li>`,
        )}
      </ul>
      ${this.desks.map(({ department, slots }) =>
        this.chosen.has(department)
          ? html`<ul>
              ${slots.map(({ start, remaining }) => {
                const key = `${department} ${start}`;
                return html`<li>
                  <button
                    data-start=${start}
                    ?disabled=${remaining === 0}
                    aria-pressed=${this.taken.has(key)}
                    @click=${() => this.press(key)}
                  >
                    ${start} 余 ${remaining}
                  </button>
                </li>`;
              })}
            </ul>`
          : nothing,
      )}`;
  }
}

async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/api/service-day/${path}`);
  return (await response.json()) as Answer;
}

customElements.define('plain-slots', PlainSlots);
