import { define } from '@zhaoshang/elements';
import { NeedPreviewElement } from './need-preview.ts';

define('zs-need-preview', NeedPreviewElement);
