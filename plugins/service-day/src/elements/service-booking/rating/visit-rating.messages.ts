import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '评价这次办理',
  level: '满意程度',
  level5: '非常满意',
  level4: '满意',
  level3: '基本满意',
  level2: '不满意',
  level1: '非常不满意',
  why: '哪些方面（可多选）',
  comment: '还想说什么',
  commentHelp: '部门看得到内容。不满意的，部门会在规定期限内联系您，提交后告诉您最晚哪一天。',
  needLevel: '请选一个满意程度',
  act: '提交评价',
  not: '以后再评',
  supplement: '追评',
  supplementHelp: '可以追评一次。原来的评价不会改。',
  needComment: '请写追评内容',
  supplementAct: '提交追评',
  rated: '您的评价：{level}',
};

export type RatingMessage = keyof typeof chinese;

export const ratingMessages = defineMessages<RatingMessage>({
  'zh-CN': chinese,
  en: () => import('./visit-rating.messages.en.ts'),
});
