/** Keeps what is typed on the device: a moment after each change, at once when the page is left. */
import type { Draft, DraftStore } from '@zhaoshang/adapters/drafts.ts';
import type { FormInput } from './values.ts';

export interface FormDraft {
  readonly inputs: Readonly<Record<string, FormInput>>;
  /** Step that was shown; `'review'` for the last one. */
  readonly step: string;
  readonly idempotencyKey: string;
}

export interface DraftPlace {
  readonly id: string;
  readonly version: number;
  /** 0: nothing is kept. */
  readonly days: number;
}

/** `off`: the person does not want it on this device, or the form keeps none; `failed`: the browser refuses. */
export type DraftState = 'none' | 'saved' | 'off' | 'failed';

/** Long enough to write once for a word, short enough to lose no sentence. */
const pause = 400;
const day = 86_400_000;

export class DraftKeeper {
  state: DraftState = 'none';
  savedAt = 0;
  private readonly store: () => Promise<DraftStore>;
  private readonly now: () => number;
  private readonly told: () => void;
  private place: DraftPlace = { id: '', version: 0, days: 0 };
  private waiting: (() => FormDraft) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(store: () => Promise<DraftStore>, now: () => number, told: () => void) {
    this.store = store;
    this.now = now;
    this.told = told;
  }

  get days(): number {
    return this.place.days;
  }

  /**
   * Turns to a form and an account; what another one has kept is never read. `visitors`: what was typed before signing in stands
   * there, which on the way through a sign-in page is all that is left of it; it belongs to the account from now on.
   */
  async begin(place: DraftPlace, visitors?: string): Promise<(Draft & { readonly content: FormDraft }) | undefined> {
    this.forget();
    // Who did not want it on this device does not want it for the next one either.
    const unwanted = this.state === 'off' && this.place.id === place.id;
    this.place = place;
    this.state = place.days === 0 || unwanted ? 'off' : 'none';
    if (this.state === 'off') return undefined;
    try {
      const store = await this.store();
      const own = await store.read(place.id, this.now());
      const found = own ?? (visitors === undefined ? undefined : await store.read(visitors, this.now()));
      if (found !== undefined && visitors !== undefined && found !== own) {
        await store.write({ ...found, id: place.id });
        await store.drop(visitors);
      }
      return found as (Draft & { content: FormDraft }) | undefined;
    } catch {
      this.tell('failed');
      return undefined;
    }
  }

  /** A draft that was read is taken up. */
  took(savedAt: number): void {
    this.savedAt = savedAt;
    this.tell('saved');
  }

  /** What was typed belongs to another account from now on: somebody has signed in. */
  async move(id: string): Promise<void> {
    const before = this.place.id;
    this.place = { ...this.place, id };
    if (this.state === 'saved') await this.inTurn((store) => store.drop(before));
  }

  /** Something changed: `draft` is asked when it is written. */
  note(draft: () => FormDraft): void {
    if (this.state === 'off' || this.state === 'failed') return;
    this.waiting = draft;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  /** Writes what waits, now. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    const { waiting, place } = this;
    if (waiting === undefined) return this.writing;
    this.waiting = undefined;
    const savedAt = this.now();
    const { id, version, days } = place;
    const draft = { id, version, content: waiting(), savedAt, expiresAt: savedAt + days * day };
    return this.inTurn(async (store) => {
      await store.write(draft);
      this.savedAt = savedAt;
      if (this.state === 'none' || this.state === 'saved') this.tell('saved');
    });
  }

  /** Removes the draft; `stop` keeps none from now on. */
  async drop(stop = false): Promise<void> {
    this.forget();
    if (this.state === 'failed') return;
    this.tell(stop || this.place.days === 0 ? 'off' : 'none');
    if (this.place.days > 0) await this.inTurn((store) => store.drop(this.place.id));
  }

  /** The person changed their mind: kept again from the next change on. */
  resume(): void {
    if (this.state === 'off' && this.place.days > 0) this.tell('none');
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
  }

  private tell(state: DraftState): void {
    this.state = state;
    this.told();
  }

  /** One after the other, so that a draft that was dropped is not written afterwards. */
  private inTurn(work: (store: DraftStore) => Promise<void>): Promise<void> {
    this.writing = this.writing.then(async () => {
      try {
        await work(await this.store());
      } catch {
        this.tell('failed');
      }
    });
    return this.writing;
  }
}
