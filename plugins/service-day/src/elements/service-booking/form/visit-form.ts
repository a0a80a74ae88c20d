/** 事项: who comes, with which matter at each department, what is asked, what is brought, which help is needed. */
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { icon } from '@zhaoshang/elements/icons.ts';
import { docIcon, trashIcon, uploadIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Attachment, Matter } from '../booking-types.ts';
import type { BookingView } from '../booking-view.ts';
import type { BookingForm } from './booking-form.ts';

/** Value of the choice 其他事项; matters have ids of their own. */
const other = '*';

export function visitForm(view: BookingView, form: BookingForm): TemplateResult {
  const { flow } = view;
  const { msg, session } = form;
  const { entries } = flow;
  const enterprise = session?.enterprise;
  const fixed = (name: 'enterprise' | 'uscc', value: string) =>
    textField(
      form.field(name, value, () => undefined),
      { label: msg(name), hint: msg('fromIdentity'), readonly: true },
    );
  return html`<section class="zs-section" id="matters">
    <div class="zs-section__head">
      <h3 class="zs-h2"><span class="zs-step-no">4</span>${view.msg('matters')}</h3>
    </div>
    <div class="zs-form">
      ${enterprise === undefined ? nothing : [fixed('enterprise', enterprise.name), fixed('uscc', enterprise.uscc)]}
      ${textField(
        form.field('name', entries.contactName, (contactName) => form.enter({ contactName })),
        { label: msg('contactName'), autocomplete: 'name', maxlength: 40 },
      )}
      ${textField(
        form.field('phone', entries.contactPhone, (contactPhone) => form.enter({ contactPhone })),
        { label: msg('contactPhone'), type: 'tel', autocomplete: 'tel', inputmode: 'tel', maxlength: 20 },
      )}
      ${flow.departments.map((code) => matter(view, form, code))}
      ${textArea(
        form.field('question', entries.question, (question) => form.enter({ question })),
        {
          label: msg('question'),
          hint: msg('questionHelp'),
          optional: true,
          wide: true,
          maxlength: view.timetable.settings.questionMaxLength,
        },
      )}
      ${attachments(view, form)} ${assistance(view, form)}
    </div>
  </section>`;
}

function matter(view: BookingView, form: BookingForm, code: string): TemplateResult {
  const { flow, timetable } = view;
  const { msg } = form;
  const department = view.nameOf(code);
  const { matterId, topic = '' } = flow.entries.topics[code] ?? {};
  const matters = timetable.departments.find((each) => each.code === code)?.matters ?? [];
  const chosen = matters.find(({ id }) => id === matterId);
  const choices = [
    ...matters.map(({ id, name }) => ({ value: id, label: name })),
    { value: other, label: msg('matterOther') },
  ];
  const field = `topic-${code}`;
  const value = matterId === undefined ? '' : (matterId ?? other);
  return html`<div class="is-full zs-tight">
    ${selectField(
      form.field(matterId === null ? `matter-${code}` : field, value, (id) =>
        form.enterTopic(code, id === '' ? { matterId: undefined } : { matterId: id === other ? null : id }),
      ),
      { label: msg('matterAt', { department }), choices },
    )}
    ${chosen === undefined ? nothing : materials(form, chosen)}
    ${
      matterId === null
        ? textField(
            form.field(field, topic, (text) => form.enterTopic(code, { topic: text })),
            { label: msg('topicAt', { department }), maxlength: 120 },
          )
        : nothing
    }
  </div>`;
}

function materials({ msg }: BookingForm, { promisedWorkingDays, materials: list }: Matter): TemplateResult {
  const named = (deferrable: boolean) =>
    list
      .filter((material) => material.deferrable === deferrable)
      .map(({ name }) => name)
      .join('、');
  const [must, may] = [named(false), named(true)];
  return html`<ul class="zs-small zs-muted zs-materials">
    ${must === '' ? nothing : html`<li>${msg('bring', { list: must })}</li>`}
    ${may === '' ? nothing : html`<li>${msg('bringLater', { list: may })}</li>`}
    ${promisedWorkingDays === 0 ? nothing : html`<li>${msg('promised', { n: promisedWorkingDays })}</li>`}
  </ul>`;
}

function attachments(view: BookingView, form: BookingForm): TemplateResult {
  const { flow, timetable } = view;
  const { msg } = form;
  const { maxAttachments: n, maxAttachmentMegabytes: mb } = timetable.settings;
  const files = flow.entries.attachments;
  const remove = (file: Attachment) => () =>
    form.enter({ attachments: flow.entries.attachments.filter((each) => each !== file) });
  return html`<div class="zs-field is-full" role="group" aria-labelledby="files-label" aria-describedby="files-help">
    <span class="zs-field__label" id="files-label">
      ${msg('attachments')}<span class="zs-optional">${form.field('', '', () => undefined).msg('optional')}</span>
    </span>
    <span class="zs-field__help" id="files-help">${msg('attachmentsHelp', { n, mb })}</span>
    ${
      files.length === 0
        ? nothing
        : html`<ul class="zs-files">
            ${files.map(
              (file) =>
                html`<li class="zs-file">
                  ${icon(docIcon)}
                  <span>
                    <span class="zs-file__name">${file.name}</span
                    ><span class="zs-file__meta">${sizeText(file.bytes)}</span>
                  </span>
                  <button
                    type="button"
                    class="zs-btn zs-btn--icon zs-btn--quiet"
                    aria-label=${msg('attachmentRemove', { name: file.name })}
                    title=${msg('attachmentRemove', { name: file.name })}
                    @click=${remove(file)}
                  >
                    ${icon(trashIcon)}
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <div class="zs-row">
      <button type="button" class="zs-btn" ?disabled=${files.length >= n} @click=${handleChoose}>
        ${icon(uploadIcon)}${msg('attachmentAdd')}
      </button>
      <input
        type="file"
        multiple
        hidden
        tabindex="-1"
        aria-hidden="true"
        @change=${(event: Event) => handleFiles(view, form, event)}
      />
    </div>
  </div>`;
}

function handleChoose({ currentTarget }: Event): void {
  ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
}

/** Takes name, type and size; the content is never read. */
function handleFiles(view: BookingView, form: BookingForm, { target }: Event): void {
  const input = target as HTMLInputElement;
  const { maxAttachments: n, maxAttachmentMegabytes: mb } = view.timetable.settings;
  const files = Array.prototype.slice.call(input.files) as File[];
  const fitting = files.filter(({ size }) => size <= mb * 1_048_576);
  const present = form.flow.entries.attachments;
  const added = fitting.map(({ name, type, size }) => ({
    name: name.slice(-120),
    mediaType: type === '' ? 'application/octet-stream' : type,
    bytes: size,
  }));
  form.enter({ attachments: [...present, ...added].slice(0, n) });
  const tooBig = files.find((file) => !fitting.includes(file));
  if (tooBig !== undefined) form.say(form.msg('attachmentTooBig', { name: tooBig.name, mb }));
  else if (present.length + added.length > n) form.say(form.msg('attachmentTooMany', { n }));
  input.value = '';
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function assistance(view: BookingView, form: BookingForm): TemplateResult | typeof nothing {
  const { locale, flow, timetable } = view;
  const { msg } = form;
  const { assistance: offered } = timetable.settings;
  if (offered.length === 0) return nothing;
  const chosen = flow.entries.assistance;
  const toggle = (id: string) => () =>
    form.enter({ assistance: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] });
  return html`<fieldset class="zs-field is-full">
    <legend class="zs-field__label">${msg('assistance')}</legend>
    <div class="zs-choices--row">
      ${offered.map(
        ({ id, name, nameEn }) =>
          html`<label class="zs-choice">
            <input type="checkbox" name="assistance" .checked=${chosen.includes(id)} @change=${toggle(id)} />
            <span class="zs-choice__box"></span><span>${locale === 'en' ? nameEn : name}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
