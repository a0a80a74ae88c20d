/** A plugin is a plain object that hands a capability to the kit; the kernel checks it and names what is wrong. */
import type { Contract } from './contract.ts';
import type { Localized } from './locale.ts';
import type { Outline } from './outline.ts';
import type { Schema } from './schema.ts';
import type { Collection, Transaction } from './transaction.ts';
import type { Reaction, UseCases } from './use-case.ts';

/** The half of a plugin that runs where the data is: on the server, or in the page with the local adapter. */
export interface PluginBackend<C extends Contract = Contract, Config = any> {
  readonly contract: C;
  readonly collections: readonly Collection<any>[];
  readonly useCases: UseCases<C, Config>;
  readonly reactions?: Readonly<Record<string, Reaction<any, C, Config>>>;
  /** Settings of a zone; a preset that does not fit is refused with the path of what is wrong. */
  readonly configSchema: Schema<Config, any>;
  readonly presets: Readonly<Record<string, () => Promise<unknown>>>;
  /** Demo records for a fresh store: whatever the preset describes as already there. */
  readonly seed?: (context: { tx: Transaction; config: Config; now: number }) => Promise<void>;
  /** Commands to run by the clock under the system session, with the seconds between two runs. */
  readonly schedule?: readonly { readonly operation: string; readonly everySeconds: number }[];
}

/** The whole of a plugin. Everything heavy is a lazy import: the server never loads Lit, an http page never a use case. */
export interface Plugin {
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  readonly outline: Outline;
  readonly backend: () => Promise<PluginBackend>;
  /** Tag → module that registers it. */
  readonly elements: Readonly<Record<string, () => Promise<unknown>>>;
}

const semver = /^\d+\.\d+\.\d+/;
const tagName = /^zs-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Checks a plugin; every failure says which plugin, what is wrong and what to write instead. */
export function definePlugin(plugin: Plugin): Plugin {
  const problem = (what: string): never => {
    throw new TypeError(`Plugin "${String(plugin.id)}": ${what}`);
  };
  if (typeof plugin.id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(plugin.id))
    problem('id must be kebab-case, the name of its folder in plugins/.');
  if (!semver.test(plugin.version)) problem(`version must be like "1.2.3", got "${plugin.version}".`);
  if (plugin.outline.name !== plugin.id)
    problem(`outline is of contract "${plugin.outline.name}"; a plugin carries the contract of its own name.`);
  if (typeof plugin.backend !== 'function') problem('backend must be a function that imports it lazily.');
  for (const [tag, load] of Object.entries(plugin.elements)) {
    if (!tagName.test(tag)) problem(`element "${tag}" must be named zs-<noun>.`);
    if (typeof load !== 'function') problem(`element "${tag}" must be a function that imports its define.ts lazily.`);
  }
  return Object.freeze(plugin);
}

/** Checks the backend half: its contract is the plugin's own, every operation has a use case, names are unique. */
export function defineBackend<C extends Contract, Config>(backend: PluginBackend<C, Config>): PluginBackend<C, Config> {
  const { name } = backend.contract;
  const problem = (what: string): never => {
    throw new TypeError(`Plugin "${name}": ${what}`);
  };
  for (const operation of Object.keys(backend.contract.operations))
    if (backend.useCases[operation] === undefined) problem(`operation "${operation}" has no use case.`);
  const names = new Set<string>();
  for (const collection of backend.collections) {
    if (!/^[a-z][a-z0-9_]{0,40}$/.test(collection.name))
      problem(`collection "${collection.name}" must be snake_case, at most 41 characters.`);
    if (names.has(collection.name)) problem(`collection "${collection.name}" is declared twice.`);
    names.add(collection.name);
    const lists = { ...collection.indexes, ...collection.unique };
    for (const [index, fields] of Object.entries(lists))
      for (const field of fields)
        if (!(field in collection.fields))
          problem(`index "${index}" of "${collection.name}" uses field "${field}", which is not among its fields.`);
  }
  for (const task of backend.schedule ?? [])
    if (backend.contract.operations[task.operation]?.kind !== 'command')
      problem(`schedule names "${task.operation}", which is not a command of the contract.`);
  return backend;
}
