/** The portal without its tag: adapter, session, clients, bus, language and mode of one place in the page. */
import { ZsError, asZsError, createBus, createClient, systemClock, wordsOf } from '@zhaoshang/kernel';
import type { Adapter, Bus, ClientOf, Clock, Contract, Outline } from '@zhaoshang/kernel';
import { tellProblems } from '../diagnostics.ts';
import { page } from '../page.ts';
import { localeAt, watchLanguage } from './language.ts';
import type { Portal } from './portal-context.ts';
import type { Contrast, Mode, PortalOptions } from './portal-options.ts';

const longestTimer = 2 ** 31 - 1;
const patienceMilliseconds = 2000;

type Caller = Pick<Adapter, 'call'>;

export class PortalCore {
  portal: Portal;
  private readonly element: HTMLElement;
  private readonly changed: () => void;
  private own: PortalOptions = {};
  private options: PortalOptions = {};
  private adapter: Promise<Caller>;
  private present: Adapter | undefined;
  private clients = new Map<string, unknown>();
  private stops: (() => void)[] = [];
  private leaveBackend: (() => void) | undefined;
  private started: string | Adapter | undefined;
  private expiry: ReturnType<typeof setTimeout> | undefined;
  private telling = false;
  private factoryMissing = false;
  private inline: Element | undefined;
  private openDoor!: (adapter: Caller | Promise<Caller>) => void;

  /** `choose` is told what the reader chose, where the element itself holds mode and contrast as properties. */
  constructor(
    element: HTMLElement,
    changed: () => void,
    choose: (choice: { mode?: Mode; contrast?: Contrast }) => void = (choice) => this.configure(choice),
  ) {
    this.element = element;
    this.changed = changed;
    this.adapter = this.newDoor();
    const clock: Clock = {
      now: () => (this.options.clock ?? systemClock).now() + (this.present?.clockOffset?.() ?? 0),
    };
    this.portal = {
      zone: 'default',
      locale: 'zh-CN',
      mode: 'standard',
      contrast: '',
      session: null,
      sessionState: 'loading',
      problem: null,
      config: {},
      bus: busOf('zhaoshang/v1/default/http'),
      clock,
      live: 'connecting',
      adapterCapabilities: null,
      backend: 0,
      element,
      client: (outline) => this.clientOf(outline),
      setMode: (mode) => choose({ mode }),
      setContrast: (contrast) => choose({ contrast }),
      signIn: () => this.signIn(),
      refreshSession: () => this.refreshSession(),
    };
  }

  /** Settings of this portal; a key with `undefined` goes back to the page's. */
  configure(options: { readonly [Name in keyof PortalOptions]?: PortalOptions[Name] | undefined }): void {
    const own: Record<string, unknown> = { ...this.own, ...options };
    for (const name of Object.keys(own)) if (own[name] === undefined) delete own[name];
    this.own = own;
    this.settle();
  }

  connect(): void {
    const wake = () => {
      if (this.portal.sessionState === 'error') void this.start();
      this.noteNetwork();
    };
    const sleep = () => this.noteNetwork();
    addEventListener('online', wake);
    addEventListener('offline', sleep);
    this.stops = [
      watchLanguage(this.element, () => this.settle()),
      () => removeEventListener('online', wake),
      () => removeEventListener('offline', sleep),
    ];
    this.settle();
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.settle(), { once: true });
  }

  disconnect(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.started = undefined;
    this.leave();
  }

  /** Merges page and own settings, and turns to another backend where they say so. */
  settle(): void {
    if (this.stops.length === 0) return;
    const script = document.querySelector('script[type="application/json"][data-zs-portal]');
    if (script !== null && script !== this.inline) return void this.readInline(script);
    const options: PortalOptions = { ...page().options, ...this.own };
    const before = this.options;
    this.options = options;
    const { zone = 'default', mode = 'standard', contrast = '', config = {} } = options;
    const name = typeof options.adapter === 'object' ? options.adapter.name : (options.adapter ?? 'http');
    const bus = busOf(`zhaoshang/v1/${zone}/${name}`);
    this.show({ zone, mode, contrast, config, bus, locale: options.locale ?? localeAt(this.element) });
    if (document.readyState === 'loading' && typeof options.adapter !== 'object') return;
    const target =
      typeof options.adapter === 'object' ? options.adapter : JSON.stringify([name, options.baseUrl, zone]);
    const late = this.factoryMissing && options.adapters !== before.adapters;
    if (this.started !== target || late) {
      this.started = target;
      void this.start();
    } else if (options.session !== before.session) void this.refreshSession();
  }

  /** Few pages have inline settings: what reads and checks them is loaded only there. */
  private async readInline(script: Element): Promise<void> {
    try {
      (await import('./portal-settings.ts')).readInlineSettings(script);
    } catch (error) {
      console.error('[zhaoshang] the inline settings could not be read', error);
    }
    this.inline = script;
    this.settle();
  }

  private async start(): Promise<void> {
    this.leave();
    const { adapter = 'http', adapters = {}, baseUrl } = this.options;
    const { bus, zone, clock, config, backend } = this.portal;
    this.show({ sessionState: 'loading', problem: null, session: null, backend: backend + 1, live: 'connecting' });
    const mine = this.portal.backend;
    try {
      const factory = typeof adapter === 'string' ? adapters[adapter] : () => adapter;
      this.factoryMissing = factory === undefined;
      if (factory === undefined) {
        // The script that registers it may come after this one.
        await new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
        if (this.portal.backend !== mine) return;
        throw new ZsError(
          'invalid',
          'adapter-unknown',
          `没有名为 "${String(adapter)}" 的接入方式，请检查 adapter 设置。`,
        );
      }
      const present = await factory({ baseUrl, zone, clock, config, session: () => this.options.session });
      if (this.portal.backend !== mine) return void present.close?.();
      this.present = present;
      this.openDoor(guarded(present, (error) => this.noteFailure(error)));
      const stop = present.subscribe?.(
        (event) => bus.publish(event, { remote: true }),
        (live) => this.show({ live }),
      );
      this.leaveBackend = () => {
        stop?.();
        // An adapter that the host page made is the host page's to close.
        if (typeof adapter === 'string') void present.close?.();
      };
      this.show({ adapterCapabilities: present.capabilities });
      if (stop === undefined) this.noteNetwork();
      await this.refreshSession();
    } catch (error) {
      if (this.portal.backend !== mine) return;
      const problem = asZsError(error);
      console.error(`[zhaoshang] ${problem.message}`, error);
      this.openDoor(Promise.reject(problem));
      this.show({ sessionState: 'error', problem });
    }
  }

  private leave(): void {
    this.leaveBackend?.();
    this.leaveBackend = undefined;
    this.present = undefined;
    clearTimeout(this.expiry);
    const open = this.openDoor;
    this.adapter = this.newDoor();
    open(this.adapter); // calls that still wait at the old door go on to the new one
  }

  /** A promise that clients wait at until the adapter is there. */
  private newDoor(): Promise<Caller> {
    const door = new Promise<Caller>((resolve) => {
      this.openDoor = resolve;
    });
    door.catch(() => undefined); // told to each caller, and shown by the portal itself
    return door;
  }

  private clientOf<C extends Contract>(outline: Outline): ClientOf<C> {
    const { bus } = this.portal;
    bus.replay(wordsOf(outline.replayed));
    let client = this.clients.get(outline.name);
    if (client === undefined) {
      const waiting: Adapter = {
        name: 'waiting',
        capabilities: { live: 'none', offline: false },
        call: async (request) => (await this.adapter).call(request),
        session: async () => null,
      };
      client = createClient<C>(outline, waiting, (event) => this.portal.bus.publish(event));
      this.clients.set(outline.name, client);
    }
    return client as ClientOf<C>;
  }

  private async refreshSession(): Promise<void> {
    const mine = this.portal.backend;
    const given = this.options.session;
    try {
      const session = given === undefined ? ((await this.present?.session()) ?? null) : given;
      if (this.portal.backend !== mine || this.present === undefined) return;
      this.show({ session, sessionState: 'ready', problem: null });
      clearTimeout(this.expiry);
      if (session?.expiresAt === undefined) return;
      const left = Date.parse(session.expiresAt) - this.portal.clock.now();
      if (left <= longestTimer)
        this.expiry = setTimeout(() => this.show({ sessionState: 'expired' }), Math.max(0, left));
    } catch (error) {
      if (this.portal.backend === mine) this.show({ sessionState: 'error', problem: asZsError(error) });
    }
  }

  private noteFailure(error: ZsError): void {
    if (error.kind === 'unauthenticated' && this.portal.session !== null) this.show({ sessionState: 'expired' });
  }

  private noteNetwork(): void {
    if (this.present?.subscribe !== undefined || this.present?.capabilities.offline === true) return;
    this.show({ live: navigator.onLine ? 'live' : 'offline' });
  }

  private signIn(): void {
    const asked = new CustomEvent('zs-login-requested', { bubbles: true, composed: true, cancelable: true });
    const { loginUrl } = this.portal.config;
    if (!this.element.dispatchEvent(asked) || loginUrl === undefined) return;
    const target = new URL(loginUrl, location.href);
    if (/^https?:$/.test(target.protocol)) location.assign(target.href);
  }

  /** Makes the next context object; several changes in one turn are told once. */
  private show(change: Partial<Portal>): void {
    const same = Object.entries(change).every(([name, value]) => Object.is(this.portal[name as keyof Portal], value));
    if (same) return;
    this.portal = { ...this.portal, ...change };
    if (this.telling) return;
    this.telling = true;
    void Promise.resolve().then(() => {
      this.telling = false;
      this.changed();
    });
  }
}

function guarded(adapter: Adapter, failed: (error: ZsError) => void): Caller {
  return {
    call: (request) =>
      adapter.call(request).catch((error: unknown) => {
        const known = asZsError(error);
        failed(known);
        throw known;
      }),
  };
}

let lastTold = '';

/** The bus of a channel; a fact on it reaches the host page as `zs-<fact>`, bubbling once however many portals there are. */
function busOf(channel: string): Bus {
  const { buses } = page();
  let bus = buses.get(channel);
  if (bus === undefined) {
    const made = (bus = createBus({ channel }));
    buses.set(channel, made);
    tellProblems(made); // before listening: earlier problems were told to the page already
    made.onAny((event) => {
      if (event.id === lastTold) return; // the same problem on another bus
      lastTold = event.id;
      let bubbles = true;
      const targets = [...page().sources].filter((source) => source.portal.bus === made).map(({ element }) => element);
      for (const element of targets.length === 0 ? [document.documentElement] : targets) {
        const type = `zs-${event.name.slice(event.name.indexOf('.') + 1)}`;
        element.dispatchEvent(new CustomEvent(type, { bubbles, composed: true, detail: event.payload }));
        bubbles = false;
      }
    });
  }
  return bus;
}
