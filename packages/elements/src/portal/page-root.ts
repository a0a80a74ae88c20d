/**
 * Answers elements that stand outside any `<zs-portal>`, and elements whose portal is upgraded later than they are. One
 * listener on the document's root, whichever copy of the script comes first.
 */
import { page } from '../page.ts';
import type { PortalSource } from '../page.ts';
import { ContextRequest, targetOf } from './context.ts';
import type { ContextCallback as Callback, RequestLike as Request } from './context.ts';
import { portalContext } from './portal-context.ts';
import type { Portal } from './portal-context.ts';
import { PortalCore } from './portal-core.ts';
import type { PortalOptions } from './portal-options.ts';

type ContextCallback = Callback<Portal>;
type RequestLike = Request<Portal>;

/** Sets defaults for every portal of the page, also for the one that needs no tag. */
export function configurePortal(options: PortalOptions): void {
  const { adapters } = page().options;
  page().options = { ...page().options, ...options };
  if (options.adapters !== undefined)
    page().options = { ...page().options, adapters: { ...adapters, ...options.adapters } };
  for (const source of page().sources) source.settle();
  page().optionsChanged?.();
}

/** Makes sure that somebody answers; idempotent, called by every element that connects. */
export function installPageRoot(): void {
  if (page().refreshRoot !== undefined) return;
  const root = document.documentElement;
  const waiting = new Map<ContextCallback, HTMLElement>();
  const leaving = new Map<ContextCallback, () => void>();
  let core: PortalCore | undefined;

  const serve = (callback: ContextCallback, element: HTMLElement): void => {
    if (belongsToPortal(element)) return;
    const source = defaultSource();
    if (source === undefined && core === undefined) {
      if (document.readyState === 'loading' || document.querySelector('zs-portal') !== null) return;
      core = new PortalCore(root, refresh);
      core.connect();
    }
    const portal = source?.portal ?? core?.portal;
    if (portal !== undefined) callback(portal, leaving.get(callback));
  };
  const refresh = (): void => {
    if (core !== undefined && defaultSource() !== undefined) {
      core.disconnect();
      core = undefined;
    }
    for (const [callback, element] of [...waiting]) {
      if (element.isConnected) serve(callback, element);
      else leaving.get(callback)?.();
    }
  };
  root.addEventListener('context-request', (event) => {
    const request = event as RequestLike;
    if (request.context !== portalContext) return;
    event.stopPropagation();
    const { callback } = request;
    const element = targetOf(request);
    waiting.set(callback, element);
    if (!leaving.has(callback))
      leaving.set(callback, () => {
        waiting.delete(callback);
        leaving.delete(callback);
      });
    serve(callback, element);
  });
  root.addEventListener('context-provider', (event) => {
    if ((event as unknown as RequestLike).context !== portalContext) return;
    for (const [callback, element] of [...waiting]) {
      if (!belongsToPortal(element)) continue;
      waiting.delete(callback);
      element.dispatchEvent(new ContextRequest(portalContext, element, callback));
    }
  });
  page().refreshRoot = refresh;
  page().optionsChanged = () => core?.settle();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', refresh, { once: true });
}

/** The portal that serves the page: the one marked `default`, else the first. */
function defaultSource(): PortalSource | undefined {
  const sources = [...page().sources];
  return sources.find((source) => source.element.hasAttribute('default')) ?? sources[0];
}

function belongsToPortal(element: Element): boolean {
  for (
    let node: Node | null = element;
    node !== null;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  )
    if (node instanceof Element && node.localName === 'zs-portal') return true;
  return false;
}
