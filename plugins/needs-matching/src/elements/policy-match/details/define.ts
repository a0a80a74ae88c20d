import { define } from '@zhaoshang/elements';
import { PolicyDetailsElement } from './policy-details.ts';
import { PolicyRecordElement } from './policy-record.ts';

define('zs-policy-details', PolicyDetailsElement);
define('zs-policy-record', PolicyRecordElement);
