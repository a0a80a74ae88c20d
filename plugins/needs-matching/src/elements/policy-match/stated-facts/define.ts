import { define } from '@zhaoshang/elements';
import { StatedFactsElement } from './stated-facts.ts';

define('zs-stated-facts', StatedFactsElement);
