import { define } from '@zhaoshang/elements';
import { CorrectFactElement } from './correct-fact.ts';

define('zs-correct-fact', CorrectFactElement);
