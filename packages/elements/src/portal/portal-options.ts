import type { Adapter, Clock, Locale, Session } from '@zhaoshang/kernel';

/** 标准、大字、长者版. */
export const modes = ['standard', 'large', 'elder'] as const;
export type Mode = (typeof modes)[number];
/** High contrast on (`'high'`) or off (`''`). */
export type Contrast = '' | 'high';

/** Settings of a page: what every element may read, and one entry per plugin (`config['service-day']`). */
export interface PortalConfig {
  /** Shown where something failed, so that nobody is left without a way. */
  readonly contact?: { readonly phone?: string };
  /** Where the host portal signs people in; used when nobody handles `zs-login-requested`. */
  readonly loginUrl?: string;
  readonly [plugin: string]: unknown;
}

/** What an adapter is made from. */
export interface AdapterFactoryOptions {
  readonly baseUrl: string | undefined;
  readonly zone: string;
  readonly clock: Clock;
  readonly config: PortalConfig;
  /** The session that the host page gave at the moment of the call; `undefined` when it gave none. */
  readonly session: () => Session | null | undefined;
}

export type AdapterFactory = (options: AdapterFactoryOptions) => Adapter | Promise<Adapter>;

/** Settings of a portal. What an attribute of `<zs-portal>` says wins over `configurePortal`, and that over inline JSON. */
export interface PortalOptions {
  /** Ways to a backend by name; imported lazily by whoever passes them. */
  readonly adapters?: Readonly<Record<string, AdapterFactory>>;
  /** Name of one of `adapters` (default `http`), or an adapter object. */
  readonly adapter?: string | Adapter;
  readonly baseUrl?: string;
  /** Default `default`. */
  readonly zone?: string;
  /** Default: the nearest `lang` attribute. */
  readonly locale?: Locale;
  readonly mode?: Mode;
  readonly contrast?: Contrast;
  /** Given by the host page; absent: the adapter is asked. */
  readonly session?: Session | null;
  readonly config?: PortalConfig;
  /** Base of the portal's clock, for tests and the demo. */
  readonly clock?: Clock;
}
