import { sendKeys } from '@web/test-runner-commands';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { html } from 'lit';
import { CommandDialog } from '../src/dialog/command-dialog.ts';
import { AttemptController } from '../src/element/attempt-controller.ts';
import type { AttemptOptions } from '../src/element/attempt-controller.ts';
import { textField } from '../src/form/text-field.ts';
import { ZsElement, define } from '../src/index.ts';
import '../src/portal/define.ts';
import type { PortalElement } from '../src/portal/portal-element.ts';
import { dialogStyles } from '../src/styles/dialog.ts';
import { FakeAdapter, until } from './fake-adapter.ts';

interface NoteValues {
  noteText: string;
  notePhone: string;
}

class CommandElement extends ZsElement {
  static override styles = ZsElement.withStyles(dialogStyles);
  readonly attempts = new AttemptController(this);
  readonly sent: { readonly text: string; readonly key: string }[] = [];
  readonly told: string[] = [];
  closings = 0;
  stays = false;
  answer: () => Promise<string> = () => Promise.resolve('done');
  readonly dialog: CommandDialog<NoteValues> = new CommandDialog(this, 'note', {
    initial: { noteText: '', notePhone: '' },
    validate: ({ noteText }) => ({ noteText: noteText === '' ? '请写明内容' : undefined }),
    fields: { text: 'noteText' },
    closed: () => (this.closings += 1),
    confirmed: ({ noteText }) =>
      this.dialog.send('add-note', { text: noteText }, (input, options) => this.record(input, options), {
        stays: this.stays,
        done: (output) => this.told.push(output),
        refused: ({ kind }) => (kind === 'stale' ? '便条刚有变化' : undefined),
      }),
  });

  private record({ text }: { readonly text: string }, { idempotencyKey }: AttemptOptions): Promise<string> {
    this.sent.push({ text, key: idempotencyKey });
    return this.answer();
  }

  protected override renderContent() {
    const { dialog, told, stays } = this;
    const shown = stays && told.length > 0;
    const fields = html`${textField(dialog.form.field('noteText'), { label: '内容' })}
    ${textField(dialog.form.field('notePhone'), { label: '电话' })}`;
    return html`<button id="open" @click=${() => dialog.open()}>写便条</button> ${dialog.render({
        title: '写便条',
        body: shown ? html`<p>结果：${told[0]}</p>` : fields,
        ...(shown ? {} : { submit: '记下' }),
        back: '不写了',
      })}`;
  }
}

let portal: PortalElement;
let element: CommandElement;
const root = () => element.shadowRoot as ShadowRoot;
const one = <E extends HTMLElement>(selector: string) => root().querySelector<E>(selector) as E;
const submit = () => one<HTMLButtonElement>('[form=note-form]');
const isOpen = () => root().querySelector('dialog[open]') !== null;
const isIdle = () => submit()?.getAttribute('aria-busy') === 'false';
const says = (text: string) => root().textContent?.includes(text) === true;
function type(name: string, value: string): void {
  const field = one<HTMLInputElement>(`#field-${name}`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
const refuse = (error: ZsError) => () => Promise.reject(error);

before(() => define('zs-command-example', CommandElement));
beforeEach(async () => {
  portal = document.createElement('zs-portal');
  portal.adapter = new FakeAdapter();
  element = document.createElement('zs-command-example') as CommandElement;
  portal.append(element);
  document.body.append(portal);
  await until(() => root().querySelector('#open') !== null, 'the button is shown');
  one('#open').focus();
  one('#open').click();
  await until(isOpen, 'the dialog is open');
});
afterEach(() => portal.remove());

describe('a dialog with one command', () => {
  it('sends what was typed, closes, tells it, and gives the focus back', async () => {
    type('noteText', '周三再来');
    submit().click();
    await until(() => !isOpen() && element.closings === 1, 'it is closed');
    expect(element.sent.map(({ text }) => text)).to.deep.equal(['周三再来']);
    expect(element.told).to.deep.equal(['done']);
    expect(root().activeElement?.id).to.equal('open');
    one('#open').click();
    await until(isOpen, 'it is open again');
    expect(one<HTMLInputElement>('#field-noteText').value).to.equal('');
  });

  it('sends nothing while something is wrong', async () => {
    submit().click();
    await until(() => root().activeElement?.matches('.zs-error-summary') === true, 'the summary has the focus');
    expect(element.sent).to.deep.equal([]);
  });

  it('keeps what was typed and the focus when it is refused, and says why at the top', async () => {
    element.answer = refuse(new ZsError('conflict', 'taken', '这一条已经有人记了。'));
    type('noteText', '周三再来');
    await sendKeys({ press: 'Enter' });
    await until(() => says('这一条已经有人记了。') && isIdle(), 'the reason is shown');
    expect(one('form [role=alert]').textContent).to.include('这一条已经有人记了。');
    expect(one<HTMLInputElement>('#field-noteText').value).to.equal('周三再来');
    await until(() => root().activeElement?.id === 'field-noteText', 'the field has the focus again');
    expect(isOpen()).to.equal(true);
    expect(element.told).to.deep.equal([]);
  });

  it('says another sentence for the codes it knows', async () => {
    element.answer = refuse(new ZsError('stale', 'stale', '已被修改。'));
    type('noteText', '周三再来');
    submit().click();
    await until(() => says('便条刚有变化'), 'its own sentence is shown');
    expect(says('已被修改。')).to.equal(false);
  });

  it('puts what the backend finds wrong at its fields', async () => {
    const fields = [{ pointer: '/text', rule: 'length', message: '内容最多 10 个字' }];
    element.answer = refuse(new ZsError('invalid', 'input-invalid', '填写有误。', { fields }));
    type('noteText', '一二三四五六七八九十一');
    submit().click();
    await until(() => one('#field-noteText').getAttribute('aria-invalid') === 'true', 'the field is marked');
    expect(one('.zs-error-summary').textContent).to.include('内容最多 10 个字');
    expect(says('填写有误。')).to.equal(false);
    element.answer = () => Promise.resolve('done');
    await until(isIdle, 'it may be sent again');
    type('noteText', '短一些');
    submit().click();
    await until(() => !isOpen(), 'it is closed');
  });

  it('says the rest at the top where a reason belongs to no field', async () => {
    const fields = [{ pointer: '/owner', rule: 'known', message: '没有这个人' }];
    element.answer = refuse(new ZsError('invalid', 'input-invalid', '填写有误。', { fields }));
    type('noteText', '周三再来');
    submit().click();
    await until(() => says('填写有误。'), 'the notice is shown');
  });

  it('sends the same key again after a lost answer, and another one for another text', async () => {
    element.answer = refuse(new ZsError('unavailable', 'offline', '网络断了，请再点一次。'));
    type('noteText', '周三再来');
    submit().click();
    await until(() => says('网络断了') && isIdle(), 'it is told');
    submit().click();
    await until(() => element.sent.length === 2 && isIdle(), 'it is sent again');
    type('noteText', '周四再来');
    submit().click();
    await until(() => element.sent.length === 3, 'the other text is sent');
    const [first, second, third] = element.sent.map(({ key }) => key);
    expect(second).to.equal(first);
    expect(third).not.to.equal(first);
  });

  it('sends once, however often it is pressed', async () => {
    let finish: (output: string) => void = () => undefined;
    element.answer = () => new Promise((resolve) => (finish = resolve));
    type('noteText', '周三再来');
    submit().click();
    await until(() => submit().getAttribute('aria-busy') === 'true', 'it is under way');
    submit().click();
    finish('done');
    await until(() => !isOpen(), 'it is closed');
    expect(element.sent).to.have.length(1);
  });

  it('closes by Escape and gives the focus back', async () => {
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen() && element.closings === 1, 'it is closed');
    expect(root().activeElement?.id).to.equal('open');
    expect(element.sent).to.deep.equal([]);
  });

  it('opens again for whoever asks before the closing was told', async () => {
    one<HTMLDialogElement>('dialog').close();
    element.dialog.open();
    await until(() => isOpen() && element.closings === 1, 'it is open again');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOpen()).to.equal(true);
  });

  it('comes back with the words typed when it is refused after it was closed', async () => {
    let fail: (error: ZsError) => void = () => undefined;
    element.answer = () => new Promise((_resolve, reject) => (fail = reject));
    type('noteText', '周三再来');
    submit().click();
    await until(() => element.sent.length === 1, 'it is under way');
    one('[data-back]').click();
    await until(() => !isOpen(), 'it is closed');
    fail(new ZsError('conflict', 'taken', '这一条已经有人记了。'));
    await until(() => isOpen() && says('这一条已经有人记了。'), 'it is open again');
    expect(one<HTMLInputElement>('#field-noteText').value).to.equal('周三再来');
  });

  it('says of an earlier one that it was refused, and leaves what is typed in the next', async () => {
    let fail: (error: ZsError) => void = () => undefined;
    element.answer = () => new Promise((_resolve, reject) => (fail = reject));
    type('noteText', '周三再来');
    submit().click();
    await until(() => element.sent.length === 1, 'it is under way');
    one('[data-back]').click();
    await until(() => !isOpen(), 'it is closed');
    one('#open').click();
    await until(isOpen, 'it is open for the next');
    type('noteText', '周四再来');
    fail(new ZsError('conflict', 'taken', '这一条已经有人记了。'));
    await until(() => says('刚才提交的那一件没有办成：这一条已经有人记了。'), 'the earlier one is told');
    expect(one<HTMLInputElement>('#field-noteText').value).to.equal('周四再来');
    expect(one('#field-noteText').getAttribute('aria-invalid')).to.not.equal('true');
  });

  it('can stay open to show what came of it, with the focus on the way out', async () => {
    element.stays = true;
    type('noteText', '周三再来');
    submit().click();
    await until(() => says('结果：done'), 'the result is shown');
    expect(isOpen()).to.equal(true);
    expect(root().querySelector('[form=note-form]')).to.equal(null);
    await until(() => root().activeElement?.hasAttribute('data-back') === true, 'the way out has the focus');
  });
});
