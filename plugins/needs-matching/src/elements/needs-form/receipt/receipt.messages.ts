import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  stated: '需求已提交',
  changed: '修改已保存',
  at: '{when}提交',
  summary: '提交的内容',
  category: '要什么',
  quantity: '数量',
  deadline: '最晚',
  next: '接下来',
  stepStated: '已提交',
  stepChanged: '已修改',
  done: '已完成',
  now: '正在进行',
  todo: '还没到',
  responsible: '{name}专员负责到底，有事直接找专员',
  assignedBy: '招商中心指定一位专员负责到底',
  assignBy: '{date}前',
  soon: '随后',
  later: '之后',
  answer: '专员推荐资源，您在“我的需求”里答复；接受前不产生费用',
  staleAfter: '{n} 天没有进展',
  stale: '系统主动问您还要不要',
  unmet: '确实满足不了',
  unmetWhat: '说明原因，报招商中心统筹，一直留在未满足清单里',
  tickets: '更正已转去核对',
  ticket: '{label}：{department}核对，结果会通知您',
  refusal: '{label}：{message}',
  refusals: '有更正没有转成',
  phone: '咨询电话 {phone}',
  print: '打印回执',
  again: '再提一条',
  mine: '我的需求',
  said: '需求 {number} 已提交',
  saidChanged: '需求 {number} 的修改已保存',
};
export type ReceiptMessage = keyof typeof chinese;

export const receiptMessages = defineMessages<ReceiptMessage>({
  'zh-CN': chinese,
  en: () => import('./receipt.messages.en.ts'),
});
