/** The plugins that ship. Deleting a line (and its folder) removes that capability and nothing else. */
import type { Plugin } from '@zhaoshang/kernel';
import { needsMatchingPlugin } from '@zhaoshang/needs-matching/plugin.ts';
import { serviceDayPlugin } from '@zhaoshang/service-day/plugin.ts';

export const plugins: readonly Plugin[] = [serviceDayPlugin, needsMatchingPlugin];
