import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  materials: '材料',
  deferrable: '可以后补',
  review: '公平竞争审查',
  inForce: '{from}起施行',
  inForceUntil: '{from}起施行，到{to}',
  inProject: '在项目里补',
  decided: '由主管部门认定',
  checking: '核对中',
  correct: '更正',
  correctOf: '更正：{label}',
  supply: '补充',
  supplyOf: '补充：{label}',
  recordHelp: '来自各部门的数据，一处更正，处处都改。',
  recordUnknown: '没有',
  recordFrom: '{source}，{date}',
  qualifications: '在有效期内的资质',
  qualificationUntil: '{type}（到{date}）',
};
export type DetailsMessage = keyof typeof chinese;

export const detailsMessages = defineMessages<DetailsMessage>({
  'zh-CN': chinese,
  en: () => import('./details.messages.en.ts'),
});
