/** Elements measure their own width, not the viewport's: one observer for all of them. */

/** Limits of narrow layouts in em of the element's own text. */
const limits = { compact: 30, narrow: 47.5, medium: 60 } as const;
const root = (host: Element) => host.shadowRoot?.firstElementChild ?? host;

let observer: ResizeObserver | undefined;

/** Keeps `medium`, `narrow` and `compact` on the element: narrower than 60, 47.5 and 30 em. Returns the way to stop. */
export function watchWidth(host: HTMLElement): () => void {
  observer ??= new ResizeObserver((entries) => {
    // Layout may change height only; waiting a frame keeps "ResizeObserver loop" errors out of the host page.
    requestAnimationFrame(() => entries.forEach(({ target }) => reflect(target as HTMLElement)));
  });
  observer.observe(host);
  return () => observer?.unobserve(host);
}

function reflect(host: HTMLElement): void {
  const width = host.clientWidth;
  if (width === 0) return;
  const em = parseFloat(getComputedStyle(root(host)).fontSize) || 16;
  for (const [name, limit] of Object.entries(limits)) host.toggleAttribute(name, width < limit * em);
}
