import { defineMessages } from '../messages/messages.ts';

const chinese = {
  close: '关闭',
  closeToast: '关闭提示',
  earlierRefused: '刚才提交的那一件没有办成：{reason}',
};

export type DialogMessage = keyof typeof chinese;

export const dialogMessages = defineMessages<DialogMessage>({
  'zh-CN': chinese,
  en: () => import('./dialog.messages.en.ts'),
});
