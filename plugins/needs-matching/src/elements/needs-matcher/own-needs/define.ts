import { define } from '@zhaoshang/elements';
import { OwnNeedsElement } from './own-needs.ts';

define('zs-own-needs', OwnNeedsElement);
