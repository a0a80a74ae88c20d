/** The language of a place in the page: the nearest `lang`, also across shadow roots, watched for changes. */
import { nearestLocale } from '@zhaoshang/kernel';
import type { Locale } from '@zhaoshang/kernel';

/** Locale of the nearest `lang` attribute, walking up through shadow hosts; zh-CN where there is none. */
export function localeAt(element: Element): Locale {
  for (let node: Node | null = element; node !== null; node = parentOf(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang !== null && lang !== '') return nearestLocale(lang);
  }
  return nearestLocale(null);
}

/** Calls back when a `lang` attribute changes anywhere that could concern the element; returns the way to stop. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let root: Node = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    observer.observe(root, { attributes: true, subtree: true, attributeFilter: ['lang'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => observer.disconnect();
}

function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
