import type {
  AdapterCapabilities,
  Bus,
  ClientOf,
  Clock,
  Contract,
  LiveState,
  Locale,
  Outline,
  Session,
  ZsError,
} from '@zhaoshang/kernel';
import type { Contrast, Mode, PortalConfig } from './portal-options.ts';

export type SessionState = 'loading' | 'ready' | 'expired' | 'error';

/** What a portal gives to the elements inside it. A new object whenever something changes that can be seen. */
export interface Portal {
  readonly zone: string;
  readonly locale: Locale;
  readonly mode: Mode;
  readonly contrast: Contrast;
  /** Who is signed in; kept while the state is `expired`, so that input is not lost. */
  readonly session: Session | null;
  readonly sessionState: SessionState;
  /** Why the portal cannot work: no such adapter, backend not reachable. */
  readonly problem: ZsError | null;
  readonly config: PortalConfig;
  readonly bus: Bus;
  /** Time of the backend, as well as it is known. */
  readonly clock: Clock;
  readonly live: LiveState;
  /** `null` until the adapter is there. */
  readonly adapterCapabilities: AdapterCapabilities | null;
  /** Grows each time the portal turns to another backend. */
  readonly backend: number;
  /** The element that gives this context; the document's root for the page's default portal. */
  readonly element: Element;
  /** The typed client of a plugin; usable at once, calls wait for the adapter. */
  client<C extends Contract>(outline: Outline): ClientOf<C>;
  setMode(mode: Mode): void;
  setContrast(contrast: Contrast): void;
  /** Asks the host page to sign somebody in (`zs-login-requested`), else goes to `config.loginUrl`. */
  signIn(): void;
  /** Asks the adapter again who is signed in. */
  refreshSession(): Promise<void>;
}

/** Shared by every copy of the script on a page. */
export const portalContext: symbol = Symbol.for('zhaoshang/portal/v1');
