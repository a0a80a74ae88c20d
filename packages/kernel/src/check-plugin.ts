import type { Plugin } from './plugin.ts';

const semver = /^\d+\.\d+\.\d+/;
const tagName = /^zs-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Checks a plugin; every failure says which plugin, what is wrong and what to write instead. */
export function checkPlugin(plugin: Plugin): Plugin {
  const problem = (what: string): never => {
    throw new TypeError(`Plugin "${String(plugin.id)}": ${what}`);
  };
  if (typeof plugin.id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(plugin.id))
    problem('id must be kebab-case, the name of its folder in plugins/.');
  if (!semver.test(plugin.version)) problem(`version must be like "1.2.3", got "${plugin.version}".`);
  if (typeof plugin.backend !== 'function') problem('backend must be a function that imports it lazily.');
  for (const [tag, load] of Object.entries(plugin.elements)) {
    if (!tagName.test(tag)) problem(`element "${tag}" must be named zs-<noun>.`);
    if (typeof load !== 'function') problem(`element "${tag}" must be a function that imports its define.ts lazily.`);
  }
  return plugin;
}
