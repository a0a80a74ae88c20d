/** The ways to a backend that a page can name in `<zs-portal adapter="…">`. The local one brings a store, so it loads lazily. */
import { createHttpAdapter } from '@zhaoshang/adapters/http.ts';
import type { AdapterFactory } from '@zhaoshang/elements';
import { plugins } from '../plugins.ts';

export const adapters: Readonly<Record<string, AdapterFactory>> = {
  http: ({ baseUrl, zone }) => createHttpAdapter({ baseUrl: baseUrl ?? '/api', zone }),
  local: async ({ zone, clock, session, config }) => {
    const { createLocalAdapter } = await import('@zhaoshang/adapters/local.ts');
    return createLocalAdapter({
      plugins,
      zone,
      preset: typeof config.preset === 'string' ? config.preset : zone,
      session: () => session() ?? null,
      clock,
    });
  },
};
