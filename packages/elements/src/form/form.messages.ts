import { defineMessages } from '../messages/messages.ts';

const chinese = {
  optional: '（选填）',
  summaryTitle: '有 {n} 处需要改',
  less: '减少{label}',
  more: '增加{label}',
  count: '已写 {n} 字，最多 {max} 字',
  chooseOne: '请选择',
};

export type FormMessage = keyof typeof chinese;

export const formMessages = defineMessages<FormMessage>({
  'zh-CN': chinese,
  en: () => import('./form.messages.en.ts'),
});
