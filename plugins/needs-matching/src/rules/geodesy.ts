/** The engine's geodesy, loaded once with the backend: a use case may wait for nothing but its transaction. */
import { loadGeodesy, type Geodesy } from '../engine/geo/index.ts';

let loaded: Geodesy | undefined;

/** Before the first use case runs. */
export async function prepareGeodesy(): Promise<void> {
  loaded ??= await loadGeodesy();
}

export function geodesy(): Geodesy {
  if (loaded === undefined) throw new TypeError('prepareGeodesy() must have run before distances are measured.');
  return loaded;
}
