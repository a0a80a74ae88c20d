/** Entry of a worker in a page: `new Worker(url)` and `createWorkerMatcher`. */
import type { Port } from './protocol.ts';
import { serveMatcher } from './serve-matcher.ts';

serveMatcher(globalThis as unknown as Port);
