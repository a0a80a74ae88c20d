/** Operations whose use cases are still being written; whoever writes one takes its name off this list. */
import type { UseCases } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../contract.ts';
import type { ServiceDayConfig } from '../model/config.ts';

const awaited = [
  'visitCalendar',
  'deskDay',
  'revealContact',
  'checkIn',
  'walkIn',
  'callNext',
  'callAgain',
  'serve',
  'markMissed',
  'followUps',
  'replyFollowUp',
  'settleFollowUp',
  'rate',
  'supplementRating',
  'appealMissed',
  'plan',
  'previewChange',
  'addDay',
  'closeDay',
  'reopenDay',
  'changeDesk',
  'appeals',
  'answerAppeal',
  'issueFeed',
  'departmentCalendar',
  'history',
  'forums',
  'setForum',
  'signUpForum',
  'withdrawForum',
] as const;

type Awaited = Pick<UseCases<ServiceDayContract, ServiceDayConfig>, (typeof awaited)[number]>;

export const awaitedUseCases = Object.fromEntries(
  awaited.map((name) => [
    name,
    { execute: () => Promise.reject(new Error(`service-day.${name} is not written yet.`)) },
  ]),
) as unknown as Awaited;
