/** Loads the plugin of an element when its tag appears in the page, also one that is inserted later. */
import { reportProblem } from '@zhaoshang/elements';
import type { Plugin } from '@zhaoshang/kernel';

/** Watches the document for these tags; returns a way to load a tag at once (for tags inside foreign shadow roots). */
export function autoload(plugins: readonly Pick<Plugin, 'elements'>[]): (tag: string) => Promise<void> {
  const waiting = new Map<string, () => Promise<unknown>>();
  for (const { elements } of plugins) for (const [tag, load] of Object.entries(elements)) waiting.set(tag, load);

  const load = async (tag: string): Promise<void> => {
    const start = waiting.get(tag);
    if (start === undefined) return;
    waiting.delete(tag);
    try {
      await start();
    } catch (error) {
      waiting.set(tag, start);
      reportProblem({
        code: 'element-not-loaded',
        path: `<${tag}>`,
        message: `没有取到 ${tag} 的脚本。请检查 zs.js 旁边的文件是否完整发布：${String(error)}`,
      });
    }
  };
  const scan = (root: ParentNode): void => {
    for (const tag of [...waiting.keys()]) if (root.querySelector(tag) !== null) void load(tag);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (waiting.has(node.localName)) void load(node.localName);
        if (node.firstElementChild !== null) scan(node);
      }
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  scan(document);
  return load;
}
