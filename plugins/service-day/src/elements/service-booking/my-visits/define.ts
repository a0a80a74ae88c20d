import { define } from '@zhaoshang/elements';
import { MyVisitsElement } from './my-visits.ts';

define('zs-my-visits', MyVisitsElement);
