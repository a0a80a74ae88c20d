/** Functions that our oldest browsers lack and a dependency calls: spelled out, so that no page's globals are patched. */
import MagicString from 'magic-string';
import type { Plugin } from 'vite';

/** Chromium has `Object.hasOwn` since 93; `@noble/hashes` calls it. */
const replacements: readonly (readonly [string, string])[] = [
  ['Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('],
];

export function olderEngines(): Plugin {
  return {
    name: 'zs-older-engines',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]/ },
      handler: (code) => {
        const output = new MagicString(code);
        for (const [short, long] of replacements) output.replaceAll(short, long);
        return output.hasChanged() ? { code: output.toString(), map: output.generateMap({ hires: true }) } : null;
      },
    },
  };
}
