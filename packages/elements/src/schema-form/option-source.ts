/** Trees of options that are too large to load at once: industries (GB/T 4754-2017), administrative divisions. */
import type { FormText } from './description.ts';

export interface TreeOption {
  readonly code: string;
  readonly label: FormText;
  /** Nothing below: it is enough, whatever its level. */
  readonly leaf?: boolean;
}

/** Gives the options of one tree, as much of it as is asked for. Codes are unique in the tree. */
export interface OptionSource {
  /** Options below a code; of the first level for `null`. */
  children(code: string | null): Promise<readonly TreeOption[]>;
  /** From the first level down to the code; empty where it is unknown. */
  path(code: string): Promise<readonly TreeOption[]>;
  /** Paths to what fits the words, best first; left out where the tree cannot be searched. */
  search?(words: string): Promise<readonly (readonly TreeOption[])[]>;
}

export interface TreeRow {
  readonly code: string;
  /** `null` on the first level. */
  readonly parent: string | null;
  readonly label: FormText;
}

/** How many results a search gives at most. */
const resultLimit = 20;

/** A source from a list that is there as a whole: a file of the page, say. */
export function treeSource(rows: readonly TreeRow[]): OptionSource {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const below = new Map<string | null, TreeRow[]>();
  for (const row of rows) {
    const siblings = below.get(row.parent);
    if (siblings === undefined) below.set(row.parent, [row]);
    else siblings.push(row);
  }
  const option = ({ code, label }: TreeRow): TreeOption => ({ code, label, leaf: !below.has(code) });
  const pathTo = (code: string): TreeOption[] => {
    const path: TreeOption[] = [];
    for (let row = byCode.get(code); row !== undefined && path.length < 16; row = byCode.get(row.parent ?? ''))
      path.unshift(option(row));
    return path;
  };
  const wordsOf = ({ code, label }: TreeRow): string =>
    `${code} ${typeof label === 'string' ? label : `${label['zh-CN']} ${label.en}`}`.toLowerCase();
  return {
    children: (code) => Promise.resolve((below.get(code) ?? []).map(option)),
    path: (code) => Promise.resolve(pathTo(code)),
    search: (words) => {
      const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
      const found = rows.filter((row) => wanted.length > 0 && wanted.every((word) => wordsOf(row).includes(word)));
      // What the words say most of comes first, then what is higher up.
      const length = (row: TreeRow): number => wordsOf(row).length;
      found.sort((one, other) => length(one) - length(other) || (one.code < other.code ? -1 : 1));
      return Promise.resolve(found.slice(0, resultLimit).map(({ code }) => pathTo(code)));
    },
  };
}
