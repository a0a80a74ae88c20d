/** The state of a line of the list as a mark. */
import { checkIcon, crossIcon } from '@zhaoshang/elements/icons.ts';
import { callIcon, clockIcon, doorIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import type { TemplateResult } from 'lit';
import type { DeskHost, QueueRow } from '../desk-host.ts';
import { minutesSince } from './now-serving.ts';

export function stateTag({ msg }: DeskHost, { state, outcome }: QueueRow): TemplateResult {
  switch (state) {
    case 'checked-in':
      return tag('positive', msg('state-checked-in'), doorIcon);
    case 'serving':
      return tag('brand', msg('state-serving'), callIcon);
    case 'no-show':
      return tag('negative', msg('state-no-show'), crossIcon);
    case 'served':
    case 'rated':
      return tag('plain', outcomeWord(msg, outcome?.kind), checkIcon);
    default:
      return tag('plain', msg(`state-${state}`), clockIcon);
  }
}

type OutcomeKind = NonNullable<QueueRow['outcome']>['kind'];

export const outcomeWord = (msg: DeskHost['msg'], kind: OutcomeKind | undefined): string =>
  kind === undefined ? msg('state-served') : msg(kind === 'resolved' ? 'resolvedShort' : kind);

/** Minutes waited or served, as the list shows them. */
export function minutesText({ msg, instant }: DeskHost, row: QueueRow): string {
  const { state, checkedInAt, calledAt, servedAt } = row;
  if (state === 'checked-in') return msg('waited', { n: minutesSince(checkedInAt, instant) });
  if (state === 'serving') return String(minutesSince(calledAt, instant));
  if (servedAt !== null && calledAt !== null) return String(minutesSince(calledAt, Date.parse(servedAt)));
  return '—';
}
