/** Commands by the clock: expiries, releases, reminders. One schedule per zone; the host decides which process or tab leads. */
import type { LoadedPlugin } from './loaded-plugin.ts';
import type { Runner } from './runner.ts';

/** Starts the plugins' timers; the returned function stops them. A run that is still going on is not started twice. */
export function startSchedule(
  runner: Runner,
  plugins: readonly LoadedPlugin[],
  onError: (error: unknown) => void,
): () => void {
  const timers = plugins.flatMap(({ backend }) =>
    (backend.schedule ?? []).map(({ operation, everySeconds }) => {
      let running = false;
      return setInterval(() => {
        if (running) return;
        running = true;
        runner
          .runScheduled(backend.contract.name, operation)
          .catch(onError)
          .finally(() => (running = false));
      }, everySeconds * 1000);
    }),
  );
  return () => timers.forEach((timer) => clearInterval(timer));
}
