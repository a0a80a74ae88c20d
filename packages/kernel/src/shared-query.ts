/** Equal questions of one moment are asked once: a hundred tags on a page need one timetable, not a hundred. */
import { ZsError } from './errors.ts';

const givenUp = (): ZsError => new ZsError('aborted', 'aborted', '操作已取消。');

interface Asked {
  readonly answer: Promise<unknown>;
  readonly control: AbortController;
  waiting: number;
}

export interface QueryShare {
  /** Gives whoever asks the same within one task the same answer, which all of them only read. */
  <T>(key: string, ask: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Something was changed: whoever asks from now on asks anew. */
  forget(): void;
}

/**
 * A later task asks again, and so does whoever asks after `forget`, so that nobody who knows of a change is given what was read before
 * it. A question is given up when all who asked have given up.
 */
export function createQueryShare(): QueryShare {
  const open = new Map<string, Asked>();
  const share = async <T>(key: string, ask: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    // Nobody would hear the answer.
    if (signal?.aborted === true) throw givenUp();
    let asked = open.get(key);
    if (asked === undefined) {
      const control = new AbortController();
      asked = { answer: ask(control.signal), control, waiting: 0 };
      open.set(key, asked);
      const own = asked;
      setTimeout(() => {
        if (open.get(key) === own) open.delete(key);
      });
    }
    const { answer, control } = asked;
    asked.waiting += 1;
    if (signal === undefined) return (await answer) as T;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(givenUp());
        asked.waiting -= 1;
        if (asked.waiting > 0) return;
        control.abort();
        // Whoever asks next, in the same task too, asks anew.
        if (open.get(key) === asked) open.delete(key);
      };
      signal.addEventListener('abort', leave);
      answer.then((value) => resolve(value as T), reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
  return Object.assign(share, { forget: () => open.clear() });
}
