import { define } from '@zhaoshang/elements';
import { MatchPlanElement } from './match-plan.ts';

define('zs-match-plan', MatchPlanElement);
