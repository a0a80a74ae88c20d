import { defineMessages } from '../messages/messages.ts';

const chinese = { modes: '显示方式', standard: '标准', large: '大字', elder: '长者版', contrast: '高对比' };

export type ModeBarMessage = keyof typeof chinese;

export const modeBarMessages = defineMessages<ModeBarMessage>({
  'zh-CN': chinese,
  en: () => import('./mode-bar.messages.en.ts'),
});
