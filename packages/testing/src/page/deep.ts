/** Looking into nested shadow roots, as a person sees the page. */

/** All matches below an element, shadow roots included. */
export function deepAll<E extends HTMLElement>(root: Element, selector: string): E[] {
  const found: E[] = [];
  const visit = (node: Element | ShadowRoot): void => {
    for (const element of Array.from(node.querySelectorAll<HTMLElement>('*'))) {
      if (element.matches(selector)) found.push(element as E);
      if (element.shadowRoot !== null) visit(element.shadowRoot);
    }
  };
  if (root.shadowRoot !== null) visit(root.shadowRoot);
  return found;
}

export function deepOne<E extends HTMLElement>(root: Element, selector: string): E {
  const [first] = deepAll<E>(root, selector);
  if (first === undefined) throw new Error(`nothing matches "${selector}"`);
  return first;
}

/** Text without styles, shadow roots included, spaces joined. */
export function textOf(element: Element): string {
  const read = (node: Node): string => {
    if (node instanceof HTMLStyleElement) return '';
    if (node instanceof Element && node.shadowRoot !== null) return read(node.shadowRoot);
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    return Array.from(node.childNodes).map(read).join('');
  };
  return read(element).replace(/\s+/g, ' ').trim();
}

/** What has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Waits until a condition holds; fails with its own name. */
export async function until(condition: () => boolean, what: string, tries = 200): Promise<void> {
  for (let wait = 0; wait < tries; wait += 1) {
    if (condition()) return;
    await settle();
  }
  throw new Error(`it did not come true that ${what}`);
}

export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
