import { createBus } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { tellProblems } from '../src/diagnostics.ts';
import { define } from '../src/index.ts';
import { page } from '../src/page.ts';
import { until } from './fake-adapter.ts';

const elementOf = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };
let warnings: string[] = [];
const { warn } = console;
beforeEach(() => {
  warnings = [];
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
});
afterEach(() => {
  console.warn = warn;
});

describe('define()', () => {
  it('keeps the first of two elements of the same major version, and warns once for all tags', async () => {
    const [first, second] = [elementOf('1.2.0'), elementOf('1.3.0')];
    define('zs-twice-a', first);
    define('zs-twice-b', elementOf('1.2.0'));
    define('zs-twice-a', second);
    define('zs-twice-b', elementOf('1.9.9'));
    expect(customElements.get('zs-twice-a')).to.equal(first);
    await until(() => warnings.length > 0, 'a warning is printed');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('<zs-twice-a> 1.2.0, again 1.3.0').and.to.include('<zs-twice-b>');
  });

  it('is silent when the same class comes twice', async () => {
    const same = elementOf('1.0.0');
    define('zs-same', same);
    define('zs-same', same);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(warnings).to.deep.equal([]);
  });

  it('does not replace another major version, and tells a bus that comes later', async () => {
    define('zs-majors', elementOf('1.0.0'));
    define('zs-majors', elementOf('2.0.0'));
    await until(() => page().problems.length > 0, 'the problem is reported');
    const heard: unknown[] = [];
    const bus = createBus();
    tellProblems(bus);
    bus.on('kit.problem-found', ({ payload }) => heard.push(payload.code + payload.path));
    expect(heard).to.deep.equal(['version-conflict<zs-majors>']);
  });

  it('registers under another prefix where the other version must stay', () => {
    const theirs = elementOf('1.0.0');
    const ours = elementOf('2.0.0');
    define('zs-beside', theirs);
    define('zs-beside', ours, { prefix: 'cm' });
    expect(customElements.get('zs-beside')).to.equal(theirs);
    expect(document.createElement('cm-beside')).to.be.instanceOf(ours);
  });
});

describe('the script loaded twice from two addresses', () => {
  it('throws nothing, and the second copy finds the first one there', async () => {
    const errors: unknown[] = [];
    const note = (event: Event) => errors.push(event);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const copy = new URL('../src/portal/define.ts', import.meta.url).href;
    await import(copy);
    const first = customElements.get('zs-portal');
    await import(`${copy}?copy=2`);
    expect(customElements.get('zs-portal')).to.equal(first);
    await new Promise((resolve) => setTimeout(resolve, 50));
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(errors).to.deep.equal([]);
  });
});
