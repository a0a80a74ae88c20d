/** Elements measure their own width, not the viewport's: one observer for all of them. */

/** Limits of narrow layouts in em of the element's own text. */
const limits = { compact: 30, narrow: 47.5, medium: 60 } as const;
const root = (host: Element) => host.shadowRoot?.firstElementChild ?? host;

let observer: ResizeObserver | undefined;

/** Keeps `medium`, `narrow` and `compact` on the element: narrower than 60, 47.5 and 30 em. Returns the way to stop. */
export function watchWidth(host: HTMLElement): () => void {
  observer ??= new ResizeObserver((entries) => {
    // Here the page has just been laid out, so measuring costs nothing; a frame later, or after a change, it costs a layout.
    const widths = entries.map(({ target, contentRect }) => contentRect.width / textSizeOf(target));
    // Layout may change height only; waiting a frame keeps "ResizeObserver loop" errors out of the host page.
    requestAnimationFrame(() => entries.forEach(({ target }, index) => reflect(target, widths[index] ?? 0)));
  });
  observer.observe(host);
  return () => observer?.unobserve(host);
}

const textSizeOf = (host: Element): number => parseFloat(getComputedStyle(root(host)).fontSize) || 16;

/** `width` in em of the element's own text; 0 where it is not laid out. */
function reflect(host: Element, width: number): void {
  if (width === 0) return;
  for (const [name, limit] of Object.entries(limits)) host.toggleAttribute(name, width < limit);
}
