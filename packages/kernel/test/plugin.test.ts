import { describe, expect, it } from 'vitest';
import {
  type Plugin,
  type PluginBackend,
  checkPlugin,
  command,
  defineBackend,
  defineCollection,
  defineContract,
  definePlugin,
} from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';

const contract = defineContract({
  name: 'example',
  version: 1,
  title: { 'zh-CN': '示例', en: 'Example' },
  operations: {
    tick: command({ summary: 'Ticks', requirements: [], roles: ['system'], input: z.object({}), output: z.object({}) }),
  },
  errors: {},
  events: {},
});
const things = defineCollection({ name: 'things', fields: { zone: 'string' }, indexes: { byZone: ['zone'] } });
const backend: PluginBackend<typeof contract> = {
  contract,
  collections: [things],
  useCases: { tick: { execute: async () => ({}) } },
  configSchema: z.object({}),
  presets: {},
};
const plugin: Plugin = {
  id: 'example',
  version: '1.0.0',
  backend: async () => backend as unknown as PluginBackend,
  elements: { 'zs-example': async () => {} },
};

describe('definePlugin and checkPlugin', () => {
  it('returns a sound plugin that nobody can change afterwards', () => {
    expect(checkPlugin(definePlugin({ ...plugin }))).toMatchObject({ id: 'example' });
    expect(Object.isFrozen(definePlugin({ ...plugin }))).toBe(true);
  });

  it.each<[string, Partial<Plugin>, string]>([
    ['an id that is no folder name', { id: 'Example Plugin' }, 'id must be kebab-case'],
    ['a version that is none', { version: 'latest' }, 'version must be like "1.2.3", got "latest"'],
    ['a backend that is loaded at once', { backend: backend as never }, 'backend must be a function'],
    [
      'a tag outside our prefix',
      { elements: { 'my-tag': async () => {} } },
      'element "my-tag" must be named zs-<noun>',
    ],
    ['an element that is loaded at once', { elements: { 'zs-example': 'x' as never } }, 'imports its define.ts lazily'],
  ])('names the plugin and what is wrong: %s', (_what, change, words) => {
    const changed = { ...plugin, ...change };
    expect(() => checkPlugin(changed)).toThrow(words);
    expect(() => checkPlugin(changed)).toThrow(`Plugin "${changed.id}"`);
  });
});

describe('defineBackend', () => {
  const changed = (change: Partial<PluginBackend<typeof contract>>) => () => defineBackend({ ...backend, ...change });

  it('returns a sound backend unchanged', () => {
    expect(defineBackend(backend)).toBe(backend);
  });

  it.each<[string, Partial<PluginBackend<typeof contract>>, string]>([
    ['an operation without a use case', { useCases: {} as never }, 'operation "tick" has no use case'],
    ['a collection named unlike a table', { collections: [{ ...things, name: 'Things!' }] }, 'must be snake_case'],
    ['a collection declared twice', { collections: [things, things] }, 'collection "things" is declared twice'],
    [
      'an index on a field that is no column',
      { collections: [{ ...things, indexes: { byName: ['name'] } }] },
      'index "byName" of "things" uses field "name"',
    ],
    [
      'a unique key on a field that is no column',
      { collections: [{ ...things, unique: { oneCode: ['code'] } }] },
      'index "oneCode" of "things" uses field "code"',
    ],
    [
      'a schedule of something that is no command',
      { schedule: [{ operation: 'tock', everySeconds: 60 }] },
      'schedule names "tock"',
    ],
  ])('names %s', (_what, change, words) => {
    expect(changed(change)).toThrow(words);
    expect(changed(change)).toThrow('Plugin "example"');
  });
});
