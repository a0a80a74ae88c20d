import { ZsError } from '@zhaoshang/kernel/errors.ts';

/** Called once per small step of a long computation; throws when the caller gave up. */
export type Pause = () => void;

const stepsBetweenLooks = 256;

export function pauseFor(signal: AbortSignal | undefined): Pause {
  let steps = 0;
  const look = (): void => {
    if (signal?.aborted === true) throw new ZsError('aborted', 'aborted', '操作已取消。');
  };
  look();
  return () => {
    steps = (steps + 1) % stepsBetweenLooks;
    if (steps === 0) look();
  };
}
