/** One code out of a tree: a drop-down for each level, and a search over all of them where the source can. */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, hintAndError, labelText } from '../form/field-frame.ts';
import { selectField } from '../form/choice-field.ts';
import { skeleton } from '../views/skeleton.ts';
import { CascadeOptions, type Cascades, type OptionsHost } from './cascade-options.ts';
import type { CascadeDescription } from './description.ts';
import { bindingOf, type FieldHost, type FieldLooks } from './field-view.ts';
import type { TreeOption } from './option-source.ts';
import type { CascadeInput } from './values.ts';
import { pick } from './wording.ts';

export function createCascades(host: OptionsHost): Cascades {
  const options = new CascadeOptions(host);
  return {
    use: (sources) => options.use(sources),
    nameOf: (field, code) => options.nameOf(field, code),
    view: (form, field, looks) => cascadeField(form, options, field, looks),
  };
}

function cascadeField(host: FieldHost, options: CascadeOptions, field: CascadeDescription, looks: FieldLooks): unknown {
  const input = host.input(field.id) as CascadeInput;
  const last = input.codes[input.codes.length - 1];
  // A code that was prefilled comes without the way to it.
  const path = last === undefined ? undefined : options.path(field.source, last);
  const codes = path?.state === 'ready' && path.value.length > 0 ? path.value.map(({ code }) => code) : input.codes;
  // Said at the drop-down that is still open, not at all of them.
  const whole = bindingOf(host, field, '', () => undefined);
  const binding = { ...whole, id: `${whole.id}-all`, error: input.complete ? whole.error : undefined };
  return html`<fieldset class="zs-field is-full" aria-describedby=${describedBy(binding, looks)}>
    <legend class="zs-field__label">${labelText(binding, looks)}</legend>
    ${hintAndError(binding, looks)}
    ${options.canSearch(field.source) ? searchView(host, options, field, looks) : nothing}
    ${levelsView(host, options, field, codes, input.complete)}
  </fieldset>`;
}

function take(host: FieldHost, field: CascadeDescription, path: readonly TreeOption[]): void {
  const enough = field.enough ?? field.levels.length;
  const leaf = path[path.length - 1]?.leaf === true;
  host.set(field.id, {
    codes: path.map(({ code }) => code),
    complete: path.length > 0 && (leaf || path.length >= enough),
  });
}

/** One drop-down more than there are codes, as long as there is something below. */
function levelsView(
  host: FieldHost,
  options: CascadeOptions,
  field: CascadeDescription,
  codes: readonly string[],
  complete: boolean,
): unknown {
  const { locale, msg } = host;
  const whole = bindingOf(host, field, '', () => undefined);
  const levels: unknown[] = [];
  const taken: TreeOption[] = [];
  for (let level = 0; level < field.levels.length; level += 1) {
    const parent = level === 0 ? null : (codes[level - 1] ?? '');
    if (parent === '') break;
    const below = options.below(field.source, parent);
    if (below.state === 'loading') {
      levels.push(skeleton(msg('levelAll', { level: pick(field.levels[level] ?? '', locale) })));
      break;
    }
    if (below.state === 'failed') {
      levels.push(lost(host, options));
      break;
    }
    if (below.value.length === 0) break;
    const code = codes[level] ?? '';
    const before = [...taken];
    const label = pick(field.levels[level] ?? '', locale);
    const binding = {
      ...whole,
      id: level === 0 ? whole.id : `${whole.id}-${level}`,
      error: complete || code !== '' ? undefined : whole.error,
      value: code,
      set: (next: string): void => {
        const chosen = below.value.find((option) => option.code === next);
        take(host, field, chosen === undefined ? before : [...before, chosen]);
      },
      leave: () => undefined,
    };
    const choices = below.value.map((option) => ({
      value: option.code,
      label: `${option.code} ${pick(option.label, locale)}`,
    }));
    levels.push(selectField(binding, { label, choices, optional: level >= (field.enough ?? field.levels.length) }));
    const chosen = below.value.find((option) => option.code === code);
    if (chosen === undefined || chosen.leaf === true) break;
    taken.push(chosen);
  }
  return html`<div class="zs-form zs-cascade">${levels}</div>`;
}

function lost({ msg }: FieldHost, options: CascadeOptions): unknown {
  return html`<div role="alert">
    <p>${msg('optionsLost')}</p>
    <button type="button" class="zs-btn" @click=${() => options.retry()}>${msg('again')}</button>
  </div>`;
}

function searchView(
  host: FieldHost,
  options: CascadeOptions,
  field: CascadeDescription,
  { label }: FieldLooks,
): unknown {
  const { msg, locale } = host;
  const search = options.search(field.id);
  const id = `field-${field.id}-search`;
  const found = search?.results.state === 'ready' ? search.results.value : undefined;
  const choose = (path: readonly TreeOption[]) => (): void => {
    take(host, field, path);
    options.look(field.id, field.source, '');
    const level = path.length - 1;
    const selector = `#field-${field.id}${level <= 0 ? '' : `-${level}`}`;
    const codes = path.map(({ code }) => code);
    void options.arrived(field.source, codes).then(() => host.focusOn(selector));
  };
  const status = found === undefined ? '' : found.length === 0 ? msg('foundNone') : msg('found', { n: found.length });
  return html`<div class="zs-field zs-cascade">
    <label class="zs-field__label" for=${id}>${msg('search', { label })}</label>
    <input
      class="zs-input"
      id=${id}
      type="search"
      autocomplete="off"
      placeholder=${msg('searchHint')}
      .value=${live(search?.words ?? '')}
      ?disabled=${host.disabled}
      @input=${(event: Event) => options.look(field.id, field.source, (event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
    />
    <p class="zs-small zs-muted" role="status">${status}</p>
    ${
      found === undefined || found.length === 0
        ? nothing
        : html`<ul class="zs-cascade__found">
            ${found.map(
              (path) =>
                html`<li>
                  <button type="button" @click=${choose(path)}>
                    ${path[path.length - 1]?.code} ${path.map((option) => pick(option.label, locale)).join(' / ')}
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </div>`;
}

export const cascadeStyles = css`
  .zs-cascade {
    margin-top: var(--zs-space-2);
  }
  .zs-cascade .zs-field__label {
    font-weight: 400;
  }
  .zs-cascade__found {
    max-height: calc(var(--zs-control) * 6);
    overflow-y: auto;
    border: var(--zs-line-width) solid var(--zs-line);
    border-radius: var(--zs-radius);
  }
  .zs-cascade__found button {
    display: block;
    width: 100%;
    min-height: var(--zs-control);
    padding: var(--zs-space-2) var(--zs-control-pad);
    border: 0;
    background: none;
    color: var(--zs-ink);
    text-align: left;
    line-height: var(--zs-leading-dense);
    cursor: pointer;
  }
  .zs-cascade__found li + li button {
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-cascade__found button:hover {
    background: var(--zs-hover);
  }
  .zs-cascade__found button:focus {
    outline-offset: calc(var(--zs-focus-width) * -1);
  }
`;
