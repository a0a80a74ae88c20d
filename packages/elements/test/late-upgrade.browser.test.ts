import { expect } from 'chai';
import { configurePortal, define } from '../src/index.ts';
import { NotesElement } from './example-notes.ts';
import { FakeAdapter, until } from './fake-adapter.ts';

const text = (element: Element) => element.shadowRoot?.querySelector('.zs')?.textContent?.replace(/\s+/g, ' ') ?? '';
const adapterWith = (note: string) => {
  const adapter = new FakeAdapter();
  adapter.answer = () => ({ items: [{ id: 'n', text: note, at: '11月25日' }] });
  return adapter;
};

describe('elements that are there before their portal', () => {
  it('are served by the page’s default portal where there is no tag, then by the tag once it is defined', async () => {
    configurePortal({ adapter: adapterWith('从默认门户来'), zone: 'default' });
    define('zs-notes', NotesElement);
    const alone = document.createElement('zs-notes');
    document.body.append(alone);
    await until(() => text(alone).includes('从默认门户来'), 'the default portal serves it');
    const base = alone.shadowRoot?.querySelector('.zs') as Element;
    expect(getComputedStyle(base).backgroundColor).to.equal('rgb(255, 255, 255)');

    const wrapped = document.createElement('div');
    wrapped.innerHTML = '<zs-portal><zs-notes></zs-notes></zs-portal>';
    const tag = wrapped.firstElementChild as HTMLElement & { adapter: FakeAdapter };
    tag.adapter = adapterWith('从标签来'); // set before the tag is defined, as a script of the host page may
    document.body.append(wrapped);
    const inside = tag.firstElementChild as Element;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(text(inside)).not.to.include('从默认门户来');

    await import('../src/portal/define.ts');
    await until(() => text(inside).includes('从标签来'), 'the tag serves what is inside it');
    await until(() => text(alone).includes('从标签来'), 'the first tag also serves what is outside');
    wrapped.remove();
    await until(() => text(alone).includes('从默认门户来'), 'the default portal serves it again');
    alone.remove();
  });
});
