import { define } from '@zhaoshang/elements';
import { CancelVisitElement } from './cancel-visit.ts';
import { MoveVisitElement } from './move-visit.ts';

define('zs-cancel-visit', CancelVisitElement);
define('zs-move-visit', MoveVisitElement);
