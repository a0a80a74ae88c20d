/** Files by name, size and type; their content is never read. */
import { html, nothing } from 'lit';
import { describedBy, fieldClass, hintAndError, labelText } from '../form/field-frame.ts';
import { icon } from '../icons.ts';
import { docIcon, trashIcon, uploadIcon } from '../more-icons.ts';
import type { AttachmentsDescription } from './description.ts';
import { bindingOf, type FieldHost, type FieldLooks } from './field-view.ts';
import type { AttachmentMetadata } from './values.ts';
import { sizeText } from './wording.ts';

const defaultMax = 5;
const defaultMegabytes = 20;

export function attachmentsField(host: FieldHost, field: AttachmentsDescription, looks: FieldLooks): unknown {
  const { msg } = host;
  const { max: n = defaultMax, maxMegabytes: mb = defaultMegabytes } = field;
  const files = host.input(field.id) as readonly AttachmentMetadata[];
  const binding = bindingOf(host, field, '', () => undefined);
  const note = msg('fileNote', { n, mb });
  const parts = { ...looks, hint: html`${looks.hint} ${note}` };
  return html`<div
    class=${fieldClass(binding, { ...looks, wide: true })}
    role="group"
    aria-labelledby="${binding.id}-label"
    aria-describedby=${describedBy(binding, parts)}
  >
    <span class="zs-field__label" id="${binding.id}-label">${labelText(binding, looks)}</span>
    ${hintAndError(binding, parts)}
    ${
      files.length === 0
        ? nothing
        : html`<ul class="zs-files">
            ${files.map((file) =>
              fileLine(host, file, () =>
                host.set(
                  field.id,
                  (host.input(field.id) as readonly AttachmentMetadata[]).filter((each) => each !== file),
                ),
              ),
            )}
          </ul>`
    }
    <div class="zs-row">
      <button
        type="button"
        class="zs-btn"
        id=${binding.id}
        ?disabled=${host.disabled || files.length >= n}
        @click=${handleChoose}
      >
        ${icon(uploadIcon)}${msg('fileAdd')}
      </button>
      <input
        type="file"
        multiple
        hidden
        tabindex="-1"
        aria-hidden="true"
        accept=${field.accept ?? nothing}
        @change=${(event: Event) => handleFiles(host, field, event)}
      />
    </div>
  </div>`;
}

function fileLine({ msg }: FieldHost, { name, size }: AttachmentMetadata, remove: () => void): unknown {
  return html`<li class="zs-file">
    ${icon(docIcon)}
    <span> <span class="zs-file__name">${name}</span><span class="zs-file__meta">${sizeText(size)}</span> </span>
    <button
      type="button"
      class="zs-btn zs-btn--icon zs-btn--quiet"
      aria-label=${msg('fileRemove', { name })}
      title=${msg('fileRemove', { name })}
      @click=${remove}
    >
      ${icon(trashIcon)}
    </button>
  </li>`;
}

function handleChoose({ currentTarget }: Event): void {
  ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
}

function handleFiles(host: FieldHost, field: AttachmentsDescription, { target }: Event): void {
  const input = target as HTMLInputElement;
  const { max: n = defaultMax, maxMegabytes: mb = defaultMegabytes } = field;
  const chosen = Array.prototype.slice.call(input.files) as File[];
  const fitting = chosen.filter(({ size }) => size <= mb * 1_048_576);
  const present = host.input(field.id) as readonly AttachmentMetadata[];
  const added = fitting.map(({ name, size, type }) => ({
    name: name.slice(-120),
    size,
    type: type === '' ? 'application/octet-stream' : type,
  }));
  host.set(field.id, [...present, ...added].slice(0, n));
  const tooBig = chosen.find((file) => !fitting.includes(file));
  if (tooBig !== undefined) host.say(host.msg('fileTooBig', { name: tooBig.name, mb }));
  else if (present.length + added.length > n) host.say(host.msg('tooManyFiles', { label: host.msg('fileAdd'), n }));
  input.value = '';
}

export { filesStyles } from '../styles/files.ts';
