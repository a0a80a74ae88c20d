/** What reflow asks (WCAG 1.4.10, 1.4.4): nothing runs out of the page, no text is cut off. */
import type { Page } from 'playwright-core';

/** Pixels by which the page is wider than its window, and what sticks out; tables that scroll by themselves are allowed. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Elements follow another width or text size within a few frames.
    for (let frame = 0; frame < 4; frame += 1) await new Promise((seen) => requestAnimationFrame(seen));
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean => {
      for (
        let each = element;
        each !== null;
        each = each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null
      )
        if (
          each !== document.documentElement &&
          each !== document.body &&
          /auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)
        )
          return true;
      return false;
    };
    const out: string[] = [];
    if (document.scrollingElement !== null && document.scrollingElement.scrollWidth > width + 1)
      out.push(`page: ${document.scrollingElement.scrollWidth} in ${width}`);
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot !== null) visit(element.shadowRoot);
        // A quiet button's padding may hang into the margin so that its sign stands in line with the text.
        const { right, left, width: own } = element.getBoundingClientRect();
        if (own === 0 || (right <= width + 1 && left >= -4)) continue;
        if (scrolls(element) || getComputedStyle(element).position === 'absolute') continue;
        out.push(
          `${element.localName}.${element.getAttribute('class') ?? ''}: ${Math.round(left)}…${Math.round(right)}`,
        );
      }
    };
    visit(document);
    return out.slice(0, 6);
  });
}

/** Elements whose own text is cut off by their box. */
export function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot !== null) visit(element.shadowRoot);
        const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
        if (!hasText || element.clientWidth < 2 || element.matches('textarea, select, option, input')) continue;
        const { overflowX, overflowY, clipPath, display, webkitLineClamp } = getComputedStyle(element);
        if (display === 'inline' || clipPath !== 'none') continue;
        // The first lines of a text that is whole where its button leads: they end in an ellipsis at every size.
        if (webkitLineClamp !== 'none') continue;
        const cutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        if ((cutX || cutY) && element.clientHeight > 2)
          out.push(`${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 30)}`);
      }
    };
    visit(document);
    return out.slice(0, 6);
  });
}
