import { define } from '@zhaoshang/elements';
import { VisitRatingElement } from './visit-rating.ts';

define('zs-visit-rating', VisitRatingElement);
