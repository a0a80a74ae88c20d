import { ContextConsumer as LitConsumer, ContextProvider as LitProvider, createContext } from '@lit/context';
import { expect } from 'chai';
import { LitElement, html } from 'lit';
import { ContextConsumer, ContextProvider } from '../src/portal/context.ts';

const key = Symbol.for('zhaoshang/test-context');
const litContext = createContext<string>(key);

class LitReader extends LitElement {
  readonly consumer = new LitConsumer(this, { context: litContext, subscribe: true });
}
customElements.define('test-lit-reader', LitReader);

class LitGiver extends LitElement {
  readonly provider = new LitProvider(this, { context: litContext, initialValue: 'from lit' });
  protected override render() {
    return html`<slot></slot>`;
  }
}
customElements.define('test-lit-giver', LitGiver);

class OwnReader extends HTMLElement {
  readonly heard: string[] = [];
  readonly consumer = new ContextConsumer<string>(this, key, (value) => this.heard.push(value));
  connectedCallback(): void {
    this.consumer.connect();
  }
  disconnectedCallback(): void {
    this.consumer.disconnect();
  }
}
customElements.define('test-own-reader', OwnReader);

function giver(value: string): { host: HTMLElement; provider: ContextProvider<string> } {
  const host = document.createElement('div');
  return { host, provider: new ContextProvider<string>(host, key, value) };
}

describe('the context protocol', () => {
  afterEach(() => (document.body.textContent = ''));

  it('serves a consumer of @lit/context, also with later values', async () => {
    const { host, provider } = giver('first');
    const reader = new LitReader();
    host.append(reader);
    document.body.append(host);
    await reader.updateComplete;
    expect(reader.consumer.value).to.equal('first');
    provider.setValue('second');
    expect(reader.consumer.value).to.equal('second');
  });

  it('is served by a provider of @lit/context', async () => {
    const host = new LitGiver();
    const reader = new OwnReader();
    host.append(reader);
    document.body.append(host);
    await host.updateComplete;
    expect(reader.heard).to.deep.equal(['from lit']);
    host.provider.setValue('later');
    expect(reader.heard).to.deep.equal(['from lit', 'later']);
  });

  it('tells nothing more to a consumer that has left the page', () => {
    const { host, provider } = giver('first');
    const reader = new OwnReader();
    host.append(reader);
    document.body.append(host);
    reader.remove();
    provider.setValue('second');
    expect(reader.heard).to.deep.equal(['first']);
  });

  it('hands consumers over to a nearer provider that comes later', () => {
    const outer = giver('outer');
    const inner = document.createElement('div');
    const reader = new OwnReader();
    inner.append(reader);
    outer.host.append(inner);
    document.body.append(outer.host);
    const nearer = new ContextProvider<string>(inner, key, 'inner');
    nearer.announce();
    outer.provider.setValue('outer again');
    expect(reader.heard).to.deep.equal(['outer', 'inner']);
  });
});
