import { define } from '@zhaoshang/elements';
import { NeedDetailElement } from './need-detail.ts';

define('zs-need-detail', NeedDetailElement);
