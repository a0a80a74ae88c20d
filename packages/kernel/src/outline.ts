import type { Contract } from './contract.ts';

/**
 * What a page on the http adapter needs to know of a contract: names and kinds, no schemas. It is generated from the
 * contract (`npm run generate`), so such a page does not carry zod. See docs/decisions/0001-zod-under-csp.md.
 */
export interface Outline {
  readonly name: string;
  readonly version: number;
  /** q: query, c: command, v: command that needs the expected version. */
  readonly operations: Readonly<Record<string, 'q' | 'c' | 'v'>>;
  /** Event names; true where the last one is replayed to late listeners. */
  readonly events: Readonly<Record<string, boolean>>;
}

export function outlineOf(contract: Contract): Outline {
  return {
    name: contract.name,
    version: contract.version,
    operations: Object.fromEntries(
      Object.entries(contract.operations).map(([name, operation]) => [
        name,
        operation.kind === 'query' ? 'q' : operation.versioned === true ? 'v' : 'c',
      ]),
    ),
    events: Object.fromEntries(Object.entries(contract.events).map(([name, event]) => [name, event.replay === true])),
  };
}
