/** Registering a tag on a page that we do not own: another copy of this script, or another version, may be there first. */

/** An element class that says which version it is of. */
export interface VersionedElement extends CustomElementConstructor {
  readonly version?: string;
}

export interface DefineOptions {
  /** Registers `<prefix>-<noun>` instead of `zs-<noun>`, for a page where the other version must stay. */
  readonly prefix?: string;
}

/**
 * Registers a tag once. Same major version: the first one wins, and one warning names all such tags. Another major
 * version: nothing is replaced, and the problem is reported on the bus. Never throws.
 */
export function define(tag: string, elementClass: VersionedElement, options: DefineOptions = {}): void {
  const name = options.prefix === undefined ? tag : tag.replace(/^zs(?=-)/, options.prefix);
  const present = customElements.get(name) as VersionedElement | undefined;
  if (present === elementClass) return;
  if (present === undefined) {
    // One class can be registered under one name only, hence the subclass for a second name.
    customElements.define(name, name === tag ? elementClass : class extends elementClass {});
    return;
  }
  // Rare, so what is said about it is loaded only then.
  const versions = [present.version ?? '?', elementClass.version ?? '?'] as const;
  void import('./registration-conflict.ts').then(({ reportConflict }) => reportConflict(name, ...versions));
}
