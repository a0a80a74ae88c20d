import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '现在能对上的资源',
  chooseFirst: '选好要什么，这里马上列出区里能用的资源。只作比对，不占用名额。',
  reading: '正在比对',
  fits: '比对了 {compared} 项，可用 {n} 项',
  assumed: '还没填期限，先按{date}前比对',
  verify: '要先核实的',
  near: '差一点的',
  none: '没有能对上的资源。照样可以提交：专员会去找，找不到的会报中心统筹。',
  asOf: '数据截至 {when}',
  failed: '这次没有比对成，不影响填写。{reason}',
  again: '再比一次',
  found: '可用 {items} 项，待核实 {verify} 项，差一点的 {near} 项',
};
export type PreviewMessage = keyof typeof chinese;

export const previewMessages = defineMessages<PreviewMessage>({
  'zh-CN': chinese,
  en: () => import('./preview.messages.en.ts'),
});
