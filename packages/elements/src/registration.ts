/** Registering a tag on a page that we do not own: another copy of this script, or another version, may be there first. */
import { reportProblem } from './diagnostics.ts';
import { page } from './page.ts';

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
  const [theirs, ours] = [present.version ?? '?', elementClass.version ?? '?'];
  if (theirs.split('.')[0] === ours.split('.')[0]) warnTogether(name, `${theirs}, again ${ours}`);
  else
    reportProblem({
      code: 'version-conflict',
      path: `<${name}>`,
      message: `页面上已有 ${theirs} 版，${ours} 版没有替换它。请只保留一个版本，或用 prefix 把新版注册成另一个标签。`,
    });
}

function warnTogether(name: string, versions: string): void {
  const { duplicates } = page();
  if (duplicates.size === 0)
    setTimeout(() => {
      const list = [...duplicates].map(([tag, found]) => `<${tag}> ${found}`).join('; ');
      duplicates.clear();
      console.warn(`[zhaoshang] 脚本加载了两次，先到的有效，页面可以正常使用。请删去一个 script 标签。${list}`);
    }, 500);
  duplicates.set(name, versions);
}
