/**
 * The proof: mixed integer programming by HiGHS (MIT, WebAssembly, more than 1 MB), loaded when somebody asks for it. The computation
 * blocks its thread: in a page it belongs into a worker (`proveInWorker`).
 */
import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type { ModelData } from 'highs';
import { generalAnswer, placementOf } from './general.ts';
import { generalNetworkOf, type GeneralNetwork } from './general-network.ts';
import { gainOfPlacement } from './placement.ts';
import type { GeneralAssignment } from './types.ts';

export interface ProveOptions {
  /** Looked at while HiGHS computes; in one thread only a signal that changes by itself (a deadline) can be seen then. */
  readonly signal?: AbortSignal;
  /** The best answer and bound known by then are the result. 20 if left out. */
  readonly timeLimitSeconds?: number;
  /** Where the WebAssembly file lies, if not beside the script (strict policies, bundlers). */
  readonly locateFile?: (file: string) => string;
}

/** The best answer, `gap` 0; or, at the time limit, an answer and a bound at least as good as those given. */
export async function proveGeneral(answer: GeneralAssignment, options: ProveOptions = {}): Promise<GeneralAssignment> {
  const { signal, timeLimitSeconds = 20, locateFile } = options;
  const stopIfAborted = (): void => {
    if (signal?.aborted === true) throw new ZsError('aborted', 'aborted', '操作已取消。');
  };
  stopIfAborted();
  if (answer.gap === 0 && answer.feasible) return answer;
  const { default: load } = await import('highs');
  const highs = await load(locateFile === undefined ? {} : { locateFile });
  stopIfAborted();
  const { problem } = answer;
  const network = generalNetworkOf(problem);
  const start = placementOf(network, answer.resourceOf);
  const columns = network.target.length;
  const everybodyServed = network.artifice < 0 && start.edgeOf.every((edge) => edge >= 0);
  const model = highs.createModel({
    ...programOf(network, everybodyServed),
    sense: highs.constants.objectiveSense.maximize,
  });
  try {
    model.options.set({ output_flag: false, time_limit: timeLimitSeconds, mip_rel_gap: 0 });
    const colValue = new Float64Array(columns);
    start.edgeOf.forEach((edge) => {
      if (edge >= 0) colValue[edge] = 1;
    });
    model.setSolution({ colValue });
    model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        if (signal?.aborted === true) event.interrupt();
      },
    });
    stopIfAborted();
    const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const resourceOf = new Int32Array(network.needs).fill(-1);
    const values = model.getSolution().colValue;
    for (let need = 0; need < network.needs; need += 1)
      for (let edge = network.first[need]!; edge < network.first[need + 1]!; edge += 1)
        if (values[edge]! > 0.5) resourceOf[need] = network.target[edge]!;
    const solved = placementOf(network, resourceOf);
    const fits = solved.load.every((amount, resource) => amount <= network.capacity[resource]!);
    const placement = fits && gainOfPlacement(network, solved) > gainOfPlacement(network, start) ? solved : start;
    const unserved = answer.resourceOf.reduce((count, resource) => count + (resource < 0 ? 1 : 0), 0);
    const known = answer.bound + unserved * network.artifice;
    const bound = optimal
      ? gainOfPlacement(network, placement)
      : Math.min(known, Number(model.info.get('mip_dual_bound')));
    return generalAnswer(problem, network, placement, bound, answer.price);
  } finally {
    model.dispose();
  }
}

/** One variable per candidate; what a need gains without a resource is in the offset. */
function programOf(network: GeneralNetwork, everybodyServed: boolean): Omit<ModelData, 'sense'> {
  const { needs, resources, first, target, profit, demand, floor, capacity } = network;
  const numCols = target.length;
  const starts = Int32Array.from({ length: numCols + 1 }, (_, edge) => 2 * edge);
  const indices = new Int32Array(2 * numCols);
  const values = new Float64Array(2 * numCols);
  const colCost = new Float64Array(numCols);
  const rowLower = new Float64Array(needs + resources).fill(-Infinity);
  const rowUpper = new Float64Array(needs + resources).fill(1);
  let offset = 0;
  for (let need = 0; need < needs; need += 1) {
    const served = everybodyServed || floor[need] === -Infinity;
    if (served) rowLower[need] = 1;
    else offset += floor[need]!;
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1) {
      indices.set([need, needs + target[edge]!], 2 * edge);
      values.set([1, demand[edge]!], 2 * edge);
      colCost[edge] = served ? profit[edge]! : profit[edge]! - floor[need]!;
    }
  }
  rowUpper.set(capacity, needs);
  return {
    numCols,
    numRows: needs + resources,
    offset,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower,
    rowUpper,
    integrality: new Int32Array(numCols).fill(1),
    matrix: { format: 'csc', numRows: needs + resources, numCols, starts, indices, values },
  };
}
