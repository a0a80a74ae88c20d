/** Elements measure their own width, not the viewport's: one observer for all of them. */

/** Limits of narrow layouts in em of the element's own text. */
const limits = { compact: 30, narrow: 47.5, medium: 60 } as const;
const root = (host: Element) => host.shadowRoot?.firstElementChild ?? host;

let observer: ResizeObserver | undefined;

/** Keeps `medium`, `narrow` and `compact` on the element: narrower than 60, 47.5 and 30 em. Returns the way to stop. */
export function watchWidth(host: HTMLElement): () => void {
  observer ??= new ResizeObserver((entries) => {
    // Layout may change height only; waiting a frame keeps "ResizeObserver loop" errors out of the host page.
    requestAnimationFrame(() => {
      // All are measured before any is changed: else each change makes the next measurement lay the page out again.
      const widths = entries.map(({ target }) => widthOf(target as HTMLElement));
      entries.forEach(({ target }, index) => reflect(target as HTMLElement, widths[index] ?? 0));
    });
  });
  observer.observe(host);
  return () => observer?.unobserve(host);
}

/** Width in em of the element's own text; 0 where it is not laid out. */
function widthOf(host: HTMLElement): number {
  return host.clientWidth / (parseFloat(getComputedStyle(root(host)).fontSize) || 16);
}

function reflect(host: HTMLElement, width: number): void {
  if (width === 0) return;
  for (const [name, limit] of Object.entries(limits)) host.toggleAttribute(name, width < limit);
}
