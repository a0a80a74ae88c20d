/** Long work in pieces, so that the page answers in between (RES-8: no frame is blocked). */

/** Milliseconds that one piece may take: half a frame. */
const sliceMilliseconds = 8;

export class Slices {
  private readonly signal: AbortSignal | undefined;
  private since = performance.now();

  constructor(signal?: AbortSignal) {
    this.signal = signal;
  }

  get isDue(): boolean {
    return performance.now() - this.since >= sliceMilliseconds;
  }

  /** Lets others run where it is time for it. Throws `AbortError` once nobody wants the result any more. */
  async rest(): Promise<void> {
    if (this.signal?.aborted === true) throw new DOMException('', 'AbortError');
    if (!this.isDue) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.since = performance.now();
  }
}
