import { define } from '@zhaoshang/elements';
import { ZoneBenefitsElement } from './zone-benefits.ts';

define('zs-zone-benefits', ZoneBenefitsElement);
