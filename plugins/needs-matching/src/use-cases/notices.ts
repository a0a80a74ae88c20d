/** Notices to an enterprise, the record and its event in one go. */
import { notices, type NoticeKind } from '../model/needs.ts';
import { nowText, type MatchingContext } from './matching-context.ts';

export interface NoticeFacts {
  readonly uscc: string;
  readonly kind: NoticeKind;
  readonly needId?: string | null;
  /** Id of what it is about: match, clause, pairing, ticket. */
  readonly reference?: string | null;
  /** What it says, as the enterprise reads it. */
  readonly text: string;
}

export function sendNotice(context: MatchingContext, facts: NoticeFacts): void {
  const notice = context.tx.insert(notices, {
    id: context.newId('nn'),
    needId: null,
    reference: null,
    ...facts,
    createdAt: nowText(context),
    readAt: null,
  });
  context.emit('needs-matching.notice-sent', { noticeId: notice.id, uscc: notice.uscc, kind: notice.kind });
}
