import type { Contract, Operation } from './contract.ts';

/**
 * What a page on the http adapter needs to know of a contract: names and kinds, no schemas. It is generated from the
 * contract (`npm run generate`), so such a page does not carry zod. See docs/decisions/0001-zod-under-csp.md.
 * Lists are written as words with spaces between them: every page downloads them.
 */
export interface Outline {
  readonly name: string;
  readonly version: number;
  readonly queries: string;
  readonly commands: string;
  /** Commands that need the version the caller has seen. */
  readonly versioned: string;
  /** Events of which a late listener gets the last one. */
  readonly replayed: string;
}

export function outlineOf(contract: Contract): Outline {
  const named = (fits: (operation: Operation) => boolean): string =>
    Object.entries(contract.operations)
      .filter(([, operation]) => fits(operation))
      .map(([name]) => name)
      .join(' ');
  return {
    name: contract.name,
    version: contract.version,
    queries: named(({ kind }) => kind === 'query'),
    commands: named((operation) => operation.kind === 'command' && operation.versioned !== true),
    versioned: named((operation) => operation.kind === 'command' && operation.versioned === true),
    replayed: Object.entries(contract.events)
      .filter(([, event]) => event.replay === true)
      .map(([name]) => name)
      .join(' '),
  };
}
