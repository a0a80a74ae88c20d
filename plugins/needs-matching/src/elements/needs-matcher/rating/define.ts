import { define } from '@zhaoshang/elements';
import { NeedRatingElement } from './need-rating.ts';

define('zs-need-rating', NeedRatingElement);
