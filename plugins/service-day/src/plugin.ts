import { definePlugin, type Plugin } from '@zhaoshang/kernel';

/** 企业服务日 (COMM-1, COMM-2, COMM-3, COMM-13): book, serve and plan the weekly service day. */
export const serviceDayPlugin: Plugin = definePlugin({
  id: 'service-day',
  version: '0.1.0',
  backend: async () => (await import('./backend.ts')).serviceDayBackend,
  elements: {
    'zs-service-booking': () => import('./elements/service-booking/define.ts'),
    'zs-service-desk': () => import('./elements/service-desk/define.ts'),
    'zs-service-planner': () => import('./elements/service-planner/define.ts'),
  },
});
