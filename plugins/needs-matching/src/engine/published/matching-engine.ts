/**
 * The engine as a file of its own, `matching-engine.js`: for any page, without our elements. What ranks is here; what else there is
 * comes when it is first asked for, so its functions are promises. From npm, `@zhaoshang/needs-matching/engine` has the same in one piece.
 */
import type { GeneralAssignment } from '../assignment/general/types.ts';
import type { WorkerProofOptions } from '../assignment/general/prove-in-worker.ts';
import type { Forecast } from '../forecast-types.ts';
import type { ForecastModel } from '../forecast/forecast.ts';
import type { Geodesy } from '../geo/geodesy.ts';
import type { PolicyResult } from '../policy-types.ts';
import type { Sheet, SheetLimits } from '../../tabular/sheet.ts';
import type { MatcherOptions } from '../types.ts';
import type { Port } from '../worker/protocol.ts';
import type { WorkerMatcher } from '../worker/worker-matcher.ts';

export type * from '../types.ts';
export type { Sheet, SheetLimits, SheetRow } from '../../tabular/sheet.ts';
export type { WorkerAssignment, WorkerMatcher } from '../worker/worker-matcher.ts';
export type { Geodesy } from '../geo/geodesy.ts';
export { keepsDistance } from '../geo/shapes.ts';
export { createRanker } from '../ranker.ts';
export { presetWeights } from '../schema/schema.ts';
export { packResources } from '../worker/packed-resources.ts';
export { type DeferredMatcher, createMatcher } from './deferred-matcher.ts';

/** The workers lie in the folder beside this file. */
const here = import.meta.url;
let policy: { createScriptURL(address: string): string } | undefined;

/** A page that requires Trusted Types takes the address of a worker from a policy only: `zhaoshang-engine`. */
function workerOf(name: string): Worker {
  const { trustedTypes } = globalThis as TrustedTypes;
  policy ??= trustedTypes?.createPolicy('zhaoshang-engine', { createScriptURL: (own) => own });
  const address = new URL(`matching-engine/${name}-worker.js`, here).href;
  return new Worker(policy?.createScriptURL(address) ?? address);
}

interface TrustedTypes {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): { createScriptURL(address: string): string };
  };
}

/** Every clause against the facts of one enterprise on one day (INFO-5). */
export async function policies(
  ...args: Parameters<typeof import('../policy/policies.ts').policies>
): Promise<readonly PolicyResult[]> {
  return (await import('../policy/policies.ts')).policies(...args);
}

/** One forecast from a history (OUT-2). Rejects with `too-many-categories`, `aborted`. */
export async function forecast(
  ...args: Parameters<typeof import('../forecast/forecast.ts').forecast>
): Promise<Forecast> {
  return (await import('../forecast/forecast.ts')).forecast(...args);
}

/** The same for several enterprises: the model is made once. */
export async function createForecastModel(
  ...args: Parameters<typeof import('../forecast/forecast.ts').createForecastModel>
): Promise<ForecastModel> {
  return (await import('../forecast/forecast.ts')).createForecastModel(...args);
}

/** Distances on the ellipsoid, and conversions from GCJ-02 and BD-09 (RISK-5). */
export const loadGeodesy = async (): Promise<Geodesy> => (await import('../geo/load-geodesy.ts')).loadGeodesy();

/** The solvers below `assign`: `assignSparse`, `assignDense`, `assignGeneral`, `resolve`, `why`, `certify`. */
export const loadAssignment = (): Promise<typeof import('../assignment/index.ts')> => import('../assignment/index.ts');

/** Rows of a CSV file: UTF-8, UTF-16 or GB 18030; commas, tabs or semicolons (RFC 4180). Rejects with `SheetError`. */
export async function readCsv(
  bytes: Uint8Array,
  limits: Partial<SheetLimits> = {},
  signal?: AbortSignal,
): Promise<Sheet> {
  return (await import('./read-table.ts')).readCsv(bytes, limits, signal);
}

/** A worker with the whole engine in it, from where this file lies; `script-src 'self'` allows it. End it with `terminate`. */
export const startMatcherWorker = (): Worker => workerOf('matcher');

/** A matcher in a worker. Rejects with `worker-unavailable` when its script does not load, besides what `Matcher` throws. */
export async function createWorkerMatcher(port: Port | Worker, options: MatcherOptions): Promise<WorkerMatcher> {
  const failure = new Promise((resolve) => (port as Worker).addEventListener?.('error', resolve));
  return (await import('./page-worker.ts')).createWorkerMatcher(port as Port, options, failure);
}

/**
 * The best answer to a generalised assignment, or a smaller gap, by HiGHS in a worker of its own (3.5 MB of WebAssembly, fetched when
 * somebody asks). Needs `script-src 'wasm-unsafe-eval'` on the worker's script; without, it rejects with `proof-not-allowed`, and the answer
 * given and its bound stay what they are.
 */
export async function prove(answer: GeneralAssignment, options: WorkerProofOptions = {}): Promise<GeneralAssignment> {
  const { proveInWorker } = await import('../assignment/general/prove-in-worker.ts');
  return proveInWorker(workerOf('prover'), answer, options);
}
