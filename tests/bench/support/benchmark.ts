/** What a benchmark is: a name, a line of explanation, and a run that answers with JSON. */
export interface BenchmarkOptions {
  /** Pairs of measurements; each benchmark has its own default that ends within three minutes. */
  readonly rounds?: number;
  /** Seconds of one measurement, where time is what limits it. */
  readonly seconds?: number;
}

export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  run(options: BenchmarkOptions): Promise<object>;
}
