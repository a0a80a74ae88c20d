import { define } from '@zhaoshang/elements';
import { NeedReceiptElement } from './need-receipt.ts';

define('zs-need-receipt', NeedReceiptElement);
