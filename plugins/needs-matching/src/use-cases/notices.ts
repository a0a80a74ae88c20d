/** Notices to an enterprise, the record and its event in one go. */
import { notices, type NoticeKind } from '../model/needs.ts';
import { nowText, type MatchingContext } from './matching-context.ts';

export interface NoticeFacts {
  readonly uscc: string;
  readonly kind: NoticeKind;
  readonly needId?: string | null;
  /** Id of what it is about: match, clause, pairing, ticket. */
  readonly reference?: string | null;
  /** What it says, in both languages of the kit: whoever reads it later may read either. */
  readonly zh: string;
  readonly en: string;
}

export function sendNotice(context: MatchingContext, { zh, en, ...facts }: NoticeFacts): void {
  const notice = context.tx.insert(notices, {
    id: context.newId('nn'),
    needId: null,
    reference: null,
    ...facts,
    text: zh,
    textEn: en,
    createdAt: nowText(context),
    readAt: null,
  });
  context.emit('needs-matching.notice-sent', { noticeId: notice.id, uscc: notice.uscc, kind: notice.kind });
}
