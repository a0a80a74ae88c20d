import { define } from '@zhaoshang/elements';
import { VisitTicketElement } from './visit-ticket.ts';

define('zs-visit-ticket', VisitTicketElement);
