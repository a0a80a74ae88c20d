/** The page's entry: portal, http adapter, and a loader that fetches an element's plugin when its tag appears. */
import { createHttpAdapter } from '@zhaoshang/adapters/http.ts';
import { configurePortal } from '@zhaoshang/elements';
import '@zhaoshang/elements/portal/define.ts';
import { plugins } from '../plugins.ts';
import { adapters } from './adapters.ts';
import { autoload } from './autoload.ts';

configurePortal({ adapters });

/** Loads an element's plugin at once, e.g. for a tag inside a shadow root of the host page. */
export const load: (tag: string) => Promise<void> = autoload([
  ...plugins,
  {
    elements: {
      'zs-mode-bar': () => import('@zhaoshang/elements/mode-bar/define.ts'),
      'zs-schema-form': () => import('@zhaoshang/elements/schema-form/define.ts'),
    },
  },
]);
/** `configurePortal` sets the page's defaults; `createHttpAdapter` makes the http adapter with a token or another origin. */
export { configurePortal, createHttpAdapter };
