import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '评价这次对接',
  supplement: '追评',
  level: '满意程度',
  level5: '非常满意',
  level4: '满意',
  level3: '基本满意',
  level2: '不满意',
  level1: '非常不满意',
  why: '为什么',
  comment: '想说的话',
  commentHelp: '不满意的，一个工作日内有人联系您。',
  supplementHelp: '只能追评一次。',
  needLevel: '请选满意程度',
  needComment: '请写追评的内容',
  act: '提交评价',
  supplementAct: '提交追评',
  not: '先不评价',
};
export type NeedRatingMessage = keyof typeof chinese;

export const needRatingMessages = defineMessages<NeedRatingMessage>({
  'zh-CN': chinese,
  en: () => import('./need-rating.messages.en.ts'),
});
