import { defineMessages } from '@zhaoshang/elements';

/** Operations of the contract as the record of a visit names them. */
const chinese = {
  hold: '保留时段',
  extendHold: '延长保留',
  releaseHold: '放出时段',
  book: '预约',
  reschedule: '改期',
  cancel: '取消',
  acceptOffer: '候补转预约',
  closeDay: '停办，时段收回',
  changeDesk: '台位调整，时段收回',
  checkIn: '签到',
  callNext: '叫号',
  callAgain: '再次叫号',
  serve: '办结',
  markMissed: '记为未到场',
  replyFollowUp: '跟进事项答复',
  settleFollowUp: '企业回复跟进事项',
  rate: '评价',
  supplementRating: '追评',
  appealMissed: '说明未到场原因',
  answerAppeal: '答复申诉',
  revealContact: '查看联系方式',
};

export type HistoryMessage = keyof typeof chinese;
export const isHistoryMessage = (name: string): name is HistoryMessage =>
  Object.prototype.hasOwnProperty.call(chinese, name);

export const historyMessages = defineMessages<HistoryMessage>({
  'zh-CN': chinese,
  en: () => import('./history.messages.en.ts'),
});
