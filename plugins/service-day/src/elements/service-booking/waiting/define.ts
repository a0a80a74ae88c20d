import { define } from '@zhaoshang/elements';
import { JoinWaitlistElement } from './join-waitlist.ts';

define('zs-join-waitlist', JoinWaitlistElement);
