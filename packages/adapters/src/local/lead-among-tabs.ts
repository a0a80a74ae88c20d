/** One tab of a browser does what need be done once: it holds a Web Lock. Without Web Locks every tab leads. */

/** Calls `lead` when this tab takes the lead; the returned function gives it back. */
export function leadAmongTabs(name: string | null, lead: () => () => void): () => void {
  const end = new AbortController();
  let resign: (() => void) | undefined;
  const locks = name === null || typeof navigator !== 'object' ? undefined : navigator.locks;
  const take = (): void => {
    if (!end.signal.aborted) resign ??= lead();
  };
  if (locks === undefined) take();
  else
    locks
      .request(name!, { signal: end.signal }, () => {
        take();
        return new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
      })
      // A frame that may not use locks leads for itself; commands by the clock are safe to run twice.
      .catch(() => take());
  return () => {
    end.abort();
    resign?.();
  };
}
