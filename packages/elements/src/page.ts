/**
 * What belongs to the page and not to one copy of this script. It hangs on the window under a `Symbol.for` key, so that two
 * copies of the script meet; its shape is a protocol of version 1 and only ever grows.
 */
import type { Bus, EventEnvelope } from '@zhaoshang/kernel';
import type { PortalOptions } from './portal/portal-options.ts';
import type { Portal } from './portal/portal-context.ts';

/** A portal element on the page, as the others see it. */
export interface PortalSource {
  readonly element: Element;
  readonly portal: Portal;
  /** Merges the page's settings again after they changed. */
  settle(): void;
}

export interface Page {
  /** Buses by channel name: elements of two portals in the same zone hear each other. */
  readonly buses: Map<string, Bus>;
  /** Connected portal elements in document order of their upgrade. */
  readonly sources: Set<PortalSource>;
  /** What went wrong so far; a bus that is made later gets these too. */
  readonly problems: EventEnvelope[];
  /** Tags that a second copy of the script wanted to define, until the one grouped warning is printed. */
  readonly duplicates: Map<string, string>;
  /** Defaults of every portal on the page, see `configurePortal`. */
  options: PortalOptions;
  /** Set by the copy that answers for elements outside any portal. */
  refreshRoot?: () => void;
  /** Tells the page's default portal that `options` changed. */
  optionsChanged?: () => void;
}

const key = Symbol.for('zhaoshang/page/v1');

export function page(): Page {
  const holder = globalThis as unknown as Record<symbol, Page | undefined>;
  return (holder[key] ??= {
    buses: new Map(),
    sources: new Set(),
    problems: [],
    duplicates: new Map(),
    options: {},
  });
}
