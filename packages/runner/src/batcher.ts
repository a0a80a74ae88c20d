/**
 * Commands that name the same key join one batch: while a batch is on its way, those that arrive wait for the next one. A
 * hot slot then costs one commit per batch instead of one per booking, in arrival order.
 */
export interface BatcherOptions {
  /** Commands in one batch at most. */
  readonly batchLimit?: number;
  /** Commands waiting per key at most; beyond that `overflow` answers. */
  readonly queueLimit?: number;
}

declare const setImmediate: ((callback: () => void) => unknown) | undefined;

/**
 * Lets commands that arrived together share the first batch: on a server those read from the sockets in one turn of the
 * event loop, in a page those of one task (a timer would cost milliseconds there).
 */
const gathered = (): Promise<void> =>
  typeof setImmediate === 'function' ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve();

export class Batcher<Job> {
  readonly #run: (jobs: readonly Job[]) => Promise<void>;
  readonly #queues = new Map<string, Job[]>();
  readonly #batchLimit: number;
  readonly #queueLimit: number;

  /** `run` settles every job itself and never rejects. */
  constructor(run: (jobs: readonly Job[]) => Promise<void>, options: BatcherOptions = {}) {
    this.#run = run;
    this.#batchLimit = options.batchLimit ?? 256;
    this.#queueLimit = options.queueLimit ?? 4096;
  }

  /** False when the queue of this key is full and the job was not taken. */
  submit(key: string, job: Job): boolean {
    const waiting = this.#queues.get(key);
    if (waiting !== undefined) {
      if (waiting.length >= this.#queueLimit) return false;
      waiting.push(job);
      return true;
    }
    const queue = [job];
    this.#queues.set(key, queue);
    void this.#drain(key, queue);
    return true;
  }

  async #drain(key: string, queue: Job[]): Promise<void> {
    await gathered();
    while (queue.length > 0) await this.#run(queue.splice(0, this.#batchLimit));
    this.#queues.delete(key);
  }
}
