/** Functions that our oldest browsers lack and a dependency calls: spelled out, so that no page's globals are patched. */
import MagicString from 'magic-string';
import type { Plugin } from 'vite';

/** Chromium has `crypto.randomUUID` since 92, and only in secure contexts; `ical-generator` calls it for ids that we always give. */
const replacements: readonly (readonly [string, string])[] = [['crypto.randomUUID()', 'String(Math.random())']];

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
