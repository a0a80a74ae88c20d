/** From plugins to what the runner executes: backends loaded, presets checked against their schema. */
import { checkPlugin, type Collection, type Plugin } from '@zhaoshang/kernel';
import type { LoadedPlugin } from './loaded-plugin.ts';
import { runnerCollections } from './records.ts';
import { parseInput } from './validate.ts';

export interface LoadOptions {
  /** Name of the zone preset; a plugin without it is refused by name. */
  readonly preset: string;
  /** Settings that replace the preset's top-level entries, by plugin id (portal.json). */
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Throws a TypeError that names plugin and preset, or `invalid-input` with the path of what does not fit. */
export async function loadPlugins(plugins: readonly Plugin[], options: LoadOptions): Promise<LoadedPlugin[]> {
  return Promise.all(
    plugins.map(async (plugin) => {
      const backend = await checkPlugin(plugin).backend();
      const { name } = backend.contract;
      if (name !== plugin.id)
        throw new TypeError(`Plugin "${plugin.id}": its backend is of contract "${name}"; both carry one name.`);
      const load = backend.presets[options.preset];
      if (load === undefined) throw new TypeError(`Plugin "${plugin.id}" has no preset "${options.preset}".`);
      const preset = { ...((await load()) as Record<string, unknown>), ...options.overrides?.[plugin.id] };
      const { version } = preset;
      return {
        backend,
        config: parseInput(backend.configSchema, preset, 'zh-CN'),
        configVersion: `${options.preset}@${typeof version === 'string' ? version : plugin.version}`,
      };
    }),
  );
}

/** Everything the store must be opened with. Names are unique across plugins or a TypeError says which are not. */
export function collectionsOf(plugins: readonly LoadedPlugin[]): Collection[] {
  const all: Collection[] = [...runnerCollections, ...plugins.flatMap(({ backend }) => backend.collections)];
  const names = new Set<string>();
  for (const { name } of all) {
    if (names.has(name)) throw new TypeError(`Two plugins declare the collection "${name}".`);
    names.add(name);
  }
  return all;
}
