export { serviceDayPlugin } from './plugin.ts';
export type { ServiceDayContract } from './contract.ts';
