import { defineMessages } from '../messages/messages.ts';

const chinese = { close: '关闭', closeToast: '关闭提示' };

export type DialogMessage = keyof typeof chinese;

export const dialogMessages = defineMessages<DialogMessage>({
  'zh-CN': chinese,
  en: () => import('./dialog.messages.en.ts'),
});
