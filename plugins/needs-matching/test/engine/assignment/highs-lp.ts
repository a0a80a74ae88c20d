/** The same sparse problem as a linear program for HiGHS, whose optimum is a whole-number one (the matrix is unimodular). */
import load from 'highs';
import type { SparseProblem } from '../../../src/engine/assignment/types.ts';

/** Best total of a problem without decisions, reservations 0. */
export async function bestByHighs(problem: SparseProblem): Promise<number> {
  const highs = await load();
  const { needs, resources, candidateStart, candidateResource, candidateProfit, capacity, quantity } = problem;
  const numCols = candidateResource.length;
  const indices = new Int32Array(2 * numCols);
  const rowUpper = new Float64Array(needs + resources);
  for (let need = 0; need < needs; need += 1) {
    rowUpper[need] = quantity?.[need] ?? 1;
    for (let at = candidateStart[need]!; at < candidateStart[need + 1]!; at += 1)
      indices.set([need, needs + candidateResource[at]!], 2 * at);
  }
  rowUpper.set(capacity, needs);
  return highs.withModel(
    {
      numCols,
      numRows: needs + resources,
      sense: highs.constants.objectiveSense.maximize,
      colCost: candidateProfit,
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(Infinity),
      rowLower: new Float64Array(needs + resources).fill(-Infinity),
      rowUpper,
      matrix: {
        format: 'csc',
        numRows: needs + resources,
        numCols,
        starts: Int32Array.from({ length: numCols + 1 }, (_, at) => 2 * at),
        indices,
        values: new Float64Array(2 * numCols).fill(1),
      },
    },
    (model) => {
      model.options.set({ output_flag: false });
      model.run();
      return model.getObjectiveValue();
    },
  );
}
