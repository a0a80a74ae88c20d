import type { Contract } from './contract.ts';
import type { PluginBackend } from './plugin.ts';

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
    const { retentionIndex, retentionDays } = collection;
    if (retentionIndex !== undefined) {
      const [first] = collection.indexes[retentionIndex] ?? [];
      if (first === undefined || collection.fields[first] !== 'string' || retentionDays === undefined)
        problem(
          `"${collection.name}" is kept by "${retentionIndex}", which must be an index that begins with a date, for some days.`,
        );
    }
  }
  for (const task of backend.schedule ?? [])
    if (backend.contract.operations[task.operation]?.kind !== 'command')
      problem(`schedule names "${task.operation}", which is not a command of the contract.`);
  return backend;
}
