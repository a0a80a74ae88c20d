/** The plugins that ship. Deleting a line (and its folder) removes that capability and nothing else. */
import type { Plugin } from '@zhaoshang/kernel';
import { serviceDayPlugin } from '@zhaoshang/service-day/plugin.ts';

export const plugins: readonly Plugin[] = [serviceDayPlugin];
