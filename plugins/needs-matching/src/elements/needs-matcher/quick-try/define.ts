import { define } from '@zhaoshang/elements';
import { NeedTryElement } from './need-try.ts';

define('zs-need-try', NeedTryElement);
