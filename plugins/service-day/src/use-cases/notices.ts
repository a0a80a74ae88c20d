/** Notices to an enterprise, the record and its event in one go. */
import { notices, type Notice, type NoticeKind } from '../model/records.ts';
import { nowText, type ServiceContext, type Words } from './service-context.ts';

export interface NoticeFacts {
  readonly uscc: string;
  readonly kind: NoticeKind;
  readonly date: string;
  readonly department?: string | null;
  readonly visitId?: string | null;
  /** Id of what it is about: booking, entry, follow-up, appeal. */
  readonly reference?: string | null;
  /** What it says, as the enterprise reads it in either language. */
  readonly text: Words;
}

export function sendNotice(context: ServiceContext, { text, ...facts }: NoticeFacts): Notice {
  const notice = context.tx.insert(notices, {
    id: context.newId('no'),
    department: null,
    visitId: null,
    reference: null,
    ...facts,
    text: text.zh,
    textEn: text.en,
    createdAt: nowText(context),
    readAt: null,
  });
  context.emit('service-day.notice-sent', { noticeId: notice.id, uscc: notice.uscc, kind: notice.kind });
  return notice;
}
