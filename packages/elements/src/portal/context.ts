/**
 * The community's context protocol (events `context-request` and `context-provider`), as `@lit/context` speaks it, so that
 * either side may be another script's. Written out here because every page downloads it: decision 0008.
 */
export type ContextCallback<Value> = (value: Value, unsubscribe?: () => void) => void;

/** Asks whoever provides `context` above `contextTarget`; with `subscribe` also for what comes later. */
export class ContextRequest<Value> extends Event {
  readonly context: symbol;
  readonly contextTarget: HTMLElement;
  readonly callback: ContextCallback<Value>;
  readonly subscribe = true;

  constructor(context: symbol, contextTarget: HTMLElement, callback: ContextCallback<Value>) {
    super('context-request', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** What a provider reads of a request; `@lit/context` sends the same. */
export type RequestLike<Value> = Event &
  Partial<Pick<ContextRequest<Value>, 'contextTarget'>> & {
    readonly context: unknown;
    readonly callback: ContextCallback<Value>;
    readonly subscribe?: boolean;
  };

export const targetOf = (request: RequestLike<never> | RequestLike<any>): HTMLElement =>
  request.contextTarget ?? (request.composedPath()[0] as HTMLElement);

/** Keeps a consumer connected to the nearest provider while it is in the page. */
export class ContextConsumer<Value> {
  private leave: (() => void) | undefined;
  private readonly host: HTMLElement;
  private readonly context: symbol;
  private readonly take: (value: Value) => void;

  constructor(host: HTMLElement, context: symbol, take: (value: Value) => void) {
    this.host = host;
    this.context = context;
    this.take = take;
  }

  connect(): void {
    this.host.dispatchEvent(new ContextRequest<Value>(this.context, this.host, this.handle));
  }

  disconnect(): void {
    this.leave?.();
    this.leave = undefined;
  }

  // One identity for its whole life: a provider that is asked again knows whom it serves already.
  private readonly handle: ContextCallback<Value> = (value, unsubscribe) => {
    if (this.leave !== undefined && this.leave !== unsubscribe) this.leave();
    if (!this.host.isConnected) return void unsubscribe?.();
    this.leave = unsubscribe;
    this.take(value);
  };
}

/** Answers requests from inside an element, and tells later values to those who subscribed. */
export class ContextProvider<Value> {
  private readonly served = new Map<ContextCallback<Value>, { target: HTMLElement; leave: () => void }>();
  private value: Value;

  constructor(host: HTMLElement, context: symbol, value: Value) {
    this.value = value;
    host.addEventListener('context-request', (event) => {
      const request = event as RequestLike<Value>;
      const target = targetOf(request);
      if (request.context !== context || target === host) return;
      event.stopPropagation();
      const { callback, subscribe } = request;
      if (subscribe !== true) return callback(this.value);
      const leave = () => void this.served.delete(callback);
      this.served.set(callback, { target, leave });
      callback(this.value, leave);
    });
    // A provider further inside came later: those within it ask again, and find it.
    host.addEventListener('context-provider', (event) => {
      const inner = event.composedPath()[0] as HTMLElement;
      if ((event as RequestLike<Value>).context !== context || inner === host) return;
      event.stopPropagation();
      for (const [callback, { target }] of [...this.served]) {
        this.served.delete(callback);
        target.dispatchEvent(new ContextRequest<Value>(context, target, callback));
      }
    });
    this.announce = () =>
      host.dispatchEvent(Object.assign(new Event('context-provider', { bubbles: true, composed: true }), { context }));
  }

  /** Tells providers and waiting consumers further out that this one is here now. */
  readonly announce: () => void;

  setValue(value: Value): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const [callback, { leave }] of [...this.served]) callback(value, leave);
  }
}
