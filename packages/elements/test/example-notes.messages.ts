import { defineMessages } from '../src/index.ts';

const chinese = {
  title: '企业便条',
  none: '还没有便条',
  count: '共 {n} 条，最近一条在 {when}',
  refresh: '再读一次',
};

export type NotesMessage = keyof typeof chinese;

export const notesMessages = defineMessages<NotesMessage>({
  'zh-CN': chinese,
  en: () => import('./example-notes.messages.en.ts'),
});
