/** Everything the plugin stores; every record belongs to the store's zone. */
import { enterprises, projects, subscriptions, tickets } from './enterprises.ts';
import { bundles, matches, pairings, pairRules } from './matches.ts';
import { needs, notices, outcomes } from './needs.ts';
import { resources, revisions, stocks } from './resources.ts';
import { proactiveTasks, todos } from './tasks.ts';

export const collections = [
  needs,
  resources,
  stocks,
  revisions,
  matches,
  bundles,
  pairRules,
  pairings,
  enterprises,
  projects,
  tickets,
  subscriptions,
  outcomes,
  todos,
  proactiveTasks,
  notices,
] as const;
