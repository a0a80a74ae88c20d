import type { PluginBackend } from '@zhaoshang/kernel';

/** A plugin's backend together with the zone's settings it runs with. */
export interface LoadedPlugin {
  readonly backend: PluginBackend;
  readonly config: unknown;
  /** Version of the preset, written into every audit row (GEN-8). */
  readonly configVersion: string;
}
