import { define } from '@zhaoshang/elements';
import { NeedFillingElement } from './need-filling.ts';

define('zs-need-filling', NeedFillingElement);
