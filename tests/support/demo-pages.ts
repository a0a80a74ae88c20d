/** Every page of the demo portal, as paths below its root. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './demo-server.ts';

export const demoPages: readonly string[] = ['', 'news/']
  .flatMap((folder) =>
    readdirSync(join(root, 'demo', folder))
      .filter((name) => name.endsWith('.html'))
      .map((name) => `${folder}${name}`),
  )
  .sort();

export type WorkerRole = 'enterprise' | 'department' | 'specialist' | 'centre';

/** Pages that carry a tag of the kit, and who works there. */
export const pagesWithElements: readonly {
  readonly path: string;
  readonly tag: string;
  readonly role: WorkerRole;
}[] = [
  { path: 'service-day.html', tag: 'zs-service-booking', role: 'enterprise' },
  { path: 'forum.html', tag: 'zs-service-booking', role: 'enterprise' },
  { path: 'desk.html', tag: 'zs-service-desk', role: 'department' },
  { path: 'centre.html', tag: 'zs-service-planner', role: 'centre' },
  { path: 'needs.html', tag: 'zs-needs-matcher', role: 'enterprise' },
  { path: 'policy-match.html', tag: 'zs-policy-match', role: 'enterprise' },
  { path: 'match-desk.html', tag: 'zs-match-desk', role: 'specialist' },
  { path: 'resources.html', tag: 'zs-resource-list', role: 'department' },
];
