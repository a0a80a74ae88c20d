import { expect } from 'chai';
import { LitElement, html } from 'lit';
import { formAssociated } from '../src/form/form-associated.ts';

class CounterElement extends formAssociated(LitElement) {
  value = '1';
  take(value: string) {
    this.value = value;
    this.requestUpdate();
    const error = value === '' ? '请填写数量' : '';
    const anchor = this.renderRoot.querySelector('input') ?? undefined;
    this.reportToForm({ value, error, ...(anchor === undefined ? {} : { anchor }) });
  }
  protected override firstUpdated() {
    this.take(this.value);
  }
  protected override handleFormReset() {
    this.take('1');
  }
  protected override handleFormRestore(value: string | File | FormData | null) {
    if (typeof value === 'string') this.take(value);
  }
  protected override render() {
    return html`<input aria-label="数量" .value=${this.value} ?disabled=${this.isDisabled} />`;
  }
}
customElements.define('zs-test-counter', CounterElement);

let form: HTMLFormElement;
let counter: CounterElement;
beforeEach(async () => {
  form = document.createElement('form');
  form.innerHTML = '<fieldset><zs-test-counter name="count"></zs-test-counter></fieldset>';
  document.body.append(form);
  counter = form.querySelector('zs-test-counter') as CounterElement;
  await counter.updateComplete;
});
afterEach(() => form.remove());

describe('formAssociated()', () => {
  it('puts the value into the host form’s data under its name', () => {
    counter.take('7');
    expect(new FormData(form).get('count')).to.equal('7');
    expect(counter.form).to.equal(form);
  });

  it('keeps the host form from being sent while it is wrong', () => {
    counter.take('');
    expect(form.checkValidity()).to.equal(false);
    expect(counter.validationMessage).to.equal('请填写数量');
    counter.take('2');
    expect(form.checkValidity()).to.equal(true);
  });

  it('goes back with the host form’s reset', () => {
    counter.take('7');
    form.reset();
    expect(new FormData(form).get('count')).to.equal('1');
  });

  it('restores what the browser kept', () => {
    (counter as unknown as { formStateRestoreCallback(value: string): void }).formStateRestoreCallback('9');
    expect(new FormData(form).get('count')).to.equal('9');
  });

  it('is disabled by a fieldset of the host page, and enabled again', async () => {
    const fieldset = form.querySelector('fieldset') as HTMLFieldSetElement;
    fieldset.disabled = true;
    await counter.updateComplete;
    expect(counter.isDisabled).to.equal(true);
    expect(counter.renderRoot.querySelector('input')?.disabled).to.equal(true);
    expect(new FormData(form).get('count')).to.equal(null);
    fieldset.disabled = false;
    await counter.updateComplete;
    expect(counter.isDisabled).to.equal(false);
  });
});
