/** The same as one classic script with all elements, for pages without modules and browsers from Chromium 80 on. */
import { plugins } from '../plugins.ts';
import { load } from './zs.ts';

for (const { elements } of plugins) for (const tag of Object.keys(elements)) void load(tag);
void load('zs-mode-bar');
void load('zs-schema-form');
