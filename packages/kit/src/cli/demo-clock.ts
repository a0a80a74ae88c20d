/** The demo's stories happen around the moment its preset names; its clock starts there once that moment is long past. */
import type { LoadedPlugin } from '@zhaoshang/runner';

const freshDays = 14;
const dayMs = 86_400_000;

/** Instant to start the demo's clock at, or `null` while real time is close enough to the preset's. */
export function demoStart(loaded: readonly LoadedPlugin[], now: number): number | null {
  for (const { config } of loaded) {
    const { demoNow } = config as { demoNow?: unknown };
    if (typeof demoNow !== 'string') continue;
    const told = Date.parse(demoNow);
    if (Number.isNaN(told)) continue;
    return Math.abs(now - told) <= freshDays * dayMs ? null : told;
  }
  return null;
}
