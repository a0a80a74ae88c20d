import { expect } from 'chai';
import '../src/portal/define.ts';
import { configurePortal, define } from '../src/index.ts';
import type { PortalElement } from '../src/portal/portal-element.ts';
import { NotesElement } from './example-notes.ts';
import { FakeAdapter, person, until } from './fake-adapter.ts';

const text = (element: Element) => element.shadowRoot?.querySelector('.zs')?.textContent?.replace(/\s+/g, ' ') ?? '';
const note = { id: 'n1', text: '二期扩建', at: '11月25日' };
let adapter: FakeAdapter;
let portal: PortalElement;

before(() => define('zs-notes', NotesElement));
beforeEach(() => {
  adapter = new FakeAdapter();
  adapter.answer = () => ({ items: [note] });
  portal = document.createElement('zs-portal');
  portal.adapter = adapter;
  document.body.append(portal);
});
afterEach(() => portal.remove());

describe('<zs-portal>', () => {
  it('gives a client to an element inside it, and the element shows what it read', async () => {
    portal.innerHTML = '<zs-notes></zs-notes>';
    const notes = portal.firstElementChild as Element;
    await until(() => text(notes).includes('二期扩建'), 'the note is shown');
    expect(adapter.requests[0]).to.include({ plugin: 'notes', operation: 'list', kind: 'query' });
  });

  it('reaches elements through another shadow root', async () => {
    const box = document.createElement('div');
    box.attachShadow({ mode: 'open' }).innerHTML = '<zs-notes></zs-notes>';
    portal.append(box);
    const notes = box.shadowRoot?.firstElementChild as Element;
    await until(() => text(notes).includes('二期扩建'), 'the note is shown');
  });

  it('crosses shadow roots with its mode and its tokens', async () => {
    portal.innerHTML = '<zs-notes></zs-notes>';
    const notes = portal.firstElementChild as HTMLElement;
    portal.mode = 'elder';
    await until(() => notes.dataset['zsMode'] === 'elder', 'the mode is mirrored');
    await until(() => text(notes).includes('二期'), 'the note is shown');
    const base = notes.shadowRoot?.querySelector('.zs') as Element;
    await until(() => getComputedStyle(base).fontSize === '20px', 'the text is of elder size');
    portal.mode = undefined;
    await until(() => getComputedStyle(base).fontSize === '16px', 'the text is of standard size again');
  });

  it('speaks the language of the nearest lang attribute, and follows it', async () => {
    const box = document.createElement('div');
    box.lang = 'en';
    document.body.append(box);
    box.append(portal);
    portal.innerHTML = '<zs-notes></zs-notes>';
    const notes = portal.firstElementChild as Element;
    await until(() => text(notes).includes('1 note, the latest on 11月25日'), 'it is shown in English');
    box.lang = 'zh-CN';
    await until(() => text(notes).includes('共 1 条'), 'it is shown in Chinese');
    box.remove();
  });

  it('tells the host page of a fact once, as zs-<fact>, and elements load again', async () => {
    portal.innerHTML = '<zs-notes></zs-notes>';
    const heard: unknown[] = [];
    const listener = (event: Event) => heard.push((event as CustomEvent).detail);
    document.addEventListener('zs-note-added', listener);
    const notes = portal.firstElementChild as Element;
    await until(() => text(notes).includes('二期扩建'), 'the note is shown');
    adapter.answer = () => ({ items: [note, { ...note, id: 'n2', text: '用电增容' }] });
    adapter.push('notes.note-added', { note: 'n2' });
    await until(() => text(notes).includes('用电增容'), 'the new note is shown');
    document.removeEventListener('zs-note-added', listener);
    expect(heard).to.deep.equal([{ note: 'n2' }]);
  });

  it('loads again for another person, and asks for a sign-in where nobody is', async () => {
    portal.innerHTML = '<zs-notes></zs-notes>';
    const notes = portal.firstElementChild as Element;
    await until(() => text(notes).includes('二期扩建'), 'the note is shown');
    adapter.answer = () => ({ items: [{ ...note, text: '另一家的便条' }] });
    portal.session = person('enterprise', 'other');
    await until(() => text(notes).includes('另一家的便条'), 'the other note is shown');
    portal.session = null;
    await until(() => text(notes).includes('请先登录'), 'the sign-in is offered');
    expect(text(notes)).not.to.include('另一家的便条');
    let asked = 0;
    portal.addEventListener('zs-login-requested', () => (asked += 1));
    notes.shadowRoot?.querySelector<HTMLButtonElement>('.zs-btn--primary')?.click();
    expect(asked).to.equal(1);
  });
});

describe('the page without a portal element', () => {
  it('serves an element outside by the first portal on the page, also when that comes later', async () => {
    portal.remove();
    const notes = document.createElement('zs-notes');
    document.body.append(notes);
    await new Promise((resolve) => setTimeout(resolve, 30));
    document.body.append(portal);
    await until(() => text(notes).includes('二期扩建'), 'the note is shown');
    expect(notes.hasAttribute('data-zs-scope')).to.equal(true);
    notes.remove();
  });
});

describe('settings of the page', () => {
  it('waits for an adapter that is registered after the portal is there', async () => {
    const late = document.createElement('zs-portal');
    late.adapter = 'late';
    late.innerHTML = '<zs-notes></zs-notes>';
    document.body.append(late);
    const notes = late.firstElementChild as Element;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(late.portal.sessionState).to.equal('loading');
    configurePortal({ adapters: { late: () => adapter } });
    await until(() => text(notes).includes('二期扩建'), 'the note is shown');
    late.remove();
  });

  it('reads inline JSON, reports what is wrong there with its path, and goes on with the rest', async () => {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['zsPortal'] = '';
    script.textContent = '{"mode": "huge", "contrast": "high", "colour": "red"}';
    document.body.append(script);
    const heard: string[] = [];
    const note = (event: Event) => heard.push(((event as CustomEvent).detail as { path: string }).path);
    document.addEventListener('zs-problem-found', note);
    const inline = document.createElement('zs-portal');
    inline.adapter = adapter;
    document.body.append(inline);
    await until(() => inline.dataset['zsContrast'] === 'high', 'the right setting is taken');
    expect(inline.dataset['zsMode']).to.equal('standard');
    expect(heard).to.deep.equal(['script[data-zs-portal].mode', 'script[data-zs-portal].colour']);
    document.removeEventListener('zs-problem-found', note);
    configurePortal({ contrast: '' });
    script.remove();
    inline.remove();
  });

  it('survives inline JSON that is none', async () => {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['zsPortal'] = '';
    script.textContent = '{"mode": }';
    document.body.append(script);
    const inline = document.createElement('zs-portal');
    inline.adapter = adapter;
    inline.innerHTML = '<zs-notes></zs-notes>';
    document.body.append(inline);
    await until(() => text(inline.firstElementChild as Element).includes('二期扩建'), 'the note is shown');
    script.remove();
    inline.remove();
  });
});
