/** What leaves the backend: projections of the records, one schema per thing that is shown. */
export * from './views/catalogue.ts';
export * from './views/enterprises.ts';
export * from './views/needs.ts';
export * from './views/plans.ts';
export * from './views/policies.ts';
export * from './views/proposals.ts';
export * from './views/resources.ts';
export * from './views/sites.ts';
export * from './views/tasks.ts';
