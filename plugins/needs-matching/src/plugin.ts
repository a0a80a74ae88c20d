import { definePlugin, type Plugin } from '@zhaoshang/kernel';

/** 需求与资源对接 (RES-1…RES-13, INFO-5…INFO-7): needs meet resources, explained and best for the whole zone. */
export const needsMatchingPlugin: Plugin = definePlugin({
  id: 'needs-matching',
  version: '0.1.0',
  backend: async () => (await import('./backend.ts')).loadNeedsMatching(),
  elements: {
    'zs-match-desk': () => import('./elements/match-desk/define.ts'),
    'zs-needs-matcher': () => import('./elements/needs-matcher/define.ts'),
    'zs-needs-form': () => import('./elements/needs-form/define.ts'),
    'zs-policy-match': () => import('./elements/policy-match/define.ts'),
    'zs-resource-list': () => import('./elements/resource-list/define.ts'),
  },
});
