import { define } from '@zhaoshang/elements';
import { MatchTasksElement } from './match-tasks.ts';

define('zs-match-tasks', MatchTasksElement);
