/** A plugin is a plain object that hands a capability to the kit; `checkPlugin` names what is wrong with one. */
import type { Contract } from './contract.ts';
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
  readonly backend: () => Promise<PluginBackend>;
  /** Tag → module that registers it. */
  readonly elements: Readonly<Record<string, () => Promise<unknown>>>;
}

/** Types a plugin and freezes it. A page carries no more than this; `checkPlugin` runs where a backend is loaded, and in tests. */
export function definePlugin(plugin: Plugin): Plugin {
  return Object.freeze(plugin);
}
