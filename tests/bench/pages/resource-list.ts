/** The list of resources with a hundred thousand of them, answered in the page itself; and what each keystroke takes. */
import { configurePortal } from '@zhaoshang/elements';
import '@zhaoshang/elements/portal/define.ts';
import type { Adapter, Session } from '@zhaoshang/kernel';
import '../../../plugins/needs-matching/src/elements/resource-list/define.ts';
import preset from '../../../plugins/needs-matching/src/presets/chongming.json';
import seed from '../../../plugins/needs-matching/src/presets/chongming.seed.json';

const now = Date.parse('2026-11-23T09:20:00+08:00');
const count = 100_000;
const session: Session = { subject: 's', displayName: '戴明澈', roles: ['centre'], zone: 'chongming' };
const { nm_resource: samples } = seed;
const catalogue = {
  ...preset,
  towns: preset.geo.towns,
  categories: preset.categories.map((category) => ({ ...category, specs: [], personal: null })),
  importMaxRows: 1_000,
};

/** Each differs from every other in its title, code, amount and age. */
const resource = (index: number): unknown => {
  const sample = samples[index % samples.length] as (typeof samples)[number];
  return {
    ...sample,
    id: `x-${index}`,
    code: `ZY-${index}`,
    title: `${sample.title} ${index}`,
    version: 1,
    available: index % 7,
    capacity: 7,
    parcel: null,
    ageDays: index % 90,
    may: { edit: true },
  };
};

const adapter: Adapter = {
  name: 'hundred-thousand',
  capabilities: { live: 'push', offline: false },
  call: async ({ operation, input }) => {
    const { state, cursor } = input as { state?: string; cursor?: string };
    const from = Number(cursor ?? 0);
    if (operation === 'catalogue') return { output: catalogue, events: [] };
    if (state === 'closed') return { output: { items: [], nextCursor: null }, events: [] };
    const items = Array.from({ length: 100 }, (_, offset) => resource(from + offset));
    const to = from + items.length;
    return { output: { items, nextCursor: to < count ? String(to) : null }, events: [] };
  },
  session: async () => session,
  subscribe: (_listener, onState) => {
    onState?.('live');
    return () => undefined;
  },
};

configurePortal({ clock: { now: () => now } });
const portal = document.createElement('zs-portal');
portal.adapter = adapter;
portal.append(document.createElement('zs-resource-list'));
document.querySelector('main')?.append(portal);

const root = (): ShadowRoot => document.querySelector('zs-resource-list')?.shadowRoot as ShadowRoot;
const shownText = (): string => root().querySelector('.zs-stock__count')?.textContent?.trim() ?? '';
const keystrokes: number[] = [];
const longTasks: number[] = [];

/** From now on every input is timed until the list it asked for has been painted. */
function watch(): void {
  new PerformanceObserver((entries) => longTasks.push(...entries.getEntries().map(({ duration }) => duration))).observe(
    {
      entryTypes: ['longtask'],
    },
  );
  root().addEventListener('input', (event) => {
    const { timeStamp } = event;
    // A frame is painted before a task that its callback posted runs.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => keystrokes.push(performance.now() - timeStamp));
      port1.start();
      port2.postMessage(null);
    });
  });
}

const bench = { shownText, watch, keystrokes, longTasks };
export type ListBench = typeof bench;
(globalThis as { bench?: ListBench }).bench = bench;
