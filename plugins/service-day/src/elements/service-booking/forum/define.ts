import { define } from '@zhaoshang/elements';
import { ForumListElement } from './forum-list.ts';

define('zs-forum-list', ForumListElement);
