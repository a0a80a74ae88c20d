/** A server over the notebook contract, for tests. */
import { createMovableClock, type Session } from '@zhaoshang/kernel';
import { collectionsOf, loadPlugins } from '@zhaoshang/runner';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { notebookPlugin } from '@zhaoshang/testing/notebook/backend.ts';
import { startServer, type Persona, type RunningServer, type StartOptions } from '../src/index.ts';

export const zone = 'chongming';
export const clock = createMovableClock();

const person = (id: string, session: Omit<Session, 'zone'> | null): Persona => ({
  id,
  title: { 'zh-CN': id, en: id },
  note: { 'zh-CN': '', en: '' },
  session,
});

export const personas: readonly Persona[] = [
  person('anna', {
    subject: 'acc-1',
    displayName: '安*',
    roles: ['enterprise'],
    enterprise: { uscc: '91310151MAYF4E010M', name: '瀛绿储能' },
  }),
  person('berta', {
    subject: 'acc-2',
    displayName: '贝*',
    roles: ['enterprise'],
    enterprise: { uscc: '91310230MAYFF2HR91', name: '东滩芦风' },
  }),
  person('desk', { subject: 'acc-3', displayName: '窗口', roles: ['department'], department: 'planning' }),
  person('visitor', null),
];

export async function startNotebookServer(options: Partial<StartOptions> = {}): Promise<RunningServer> {
  const plugins = await loadPlugins([notebookPlugin], { preset: 'test' });
  return startServer({
    plugins,
    store: openMemoryStore({ collections: collectionsOf(plugins) }),
    zone,
    clock,
    port: 0,
    demo: { personas, secret: crypto.getRandomValues(new Uint8Array(32)), clock },
    rateLimits: false,
    ...options,
  });
}

/** Signs in as a persona; returns the Cookie header. */
export async function signIn(url: string, persona: string): Promise<string> {
  const response = await fetch(`${url}api/demo/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

let keys = 0;

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

/** Sends a command and reads the answer. */
export async function send(
  url: string,
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${url}api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${(keys += 1)}`, ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export async function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<Sent> {
  const response = await fetch(`${url}api/${path}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}
