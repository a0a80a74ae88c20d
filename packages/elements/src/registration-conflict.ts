/** What is said when a tag is on the page already: see `define`. */
import { reportProblem } from './diagnostics.ts';
import { page } from './page.ts';

/** Same major version: one warning for all tags of this load. Another one: a problem on the bus. */
export function reportConflict(tag: string, theirs: string, ours: string): void {
  if (theirs.split('.')[0] === ours.split('.')[0]) warnTogether(tag, `${theirs}, again ${ours}`);
  else
    reportProblem({
      code: 'version-conflict',
      path: `<${tag}>`,
      message: `页面上已有 ${theirs} 版，${ours} 版没有替换它。请只保留一个版本，或用 prefix 把新版注册成另一个标签。`,
    });
}

function warnTogether(tag: string, versions: string): void {
  const { duplicates } = page();
  if (duplicates.size === 0)
    setTimeout(() => {
      const list = [...duplicates].map(([each, found]) => `<${each}> ${found}`).join('; ');
      duplicates.clear();
      console.warn(`[zhaoshang] 脚本加载了两次，先到的有效，页面可以正常使用。请删去一个 script 标签。${list}`);
    }, 500);
  duplicates.set(tag, versions);
}
