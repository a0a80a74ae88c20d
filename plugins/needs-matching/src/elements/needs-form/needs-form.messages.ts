import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '提需求',
  editTitle: '修改需求',
  lead: '说清要什么，系统当场列出区里能对上的资源；提交后由一位专员负责到底。',
  number: '编号 {number}',
  ways: '填写方式',
  waySteps: '一步一步填',
  wayWords: '一段话说清',
  reading: '正在打开表单',
  fixedTitle: '这条需求现在不能改',
  fixedBody: '已经有资源在对接，或已经办结。要改请联系负责的专员，或拨打 {phone}。',
  gone: '没有找到要修改的需求，可以提一条新的。',
  anew: '提一条新需求',
  leave: '不改了，提新需求',
  staffTitle: '企业在这里提需求',
  staffBody: '您现在的身份不是企业。替企业登记来电来访，请到对接工作台。',
  editing: '已打开需求 {number}，可以修改',
};
export type NeedsFormMessage = keyof typeof chinese;

export const needsFormMessages = defineMessages<NeedsFormMessage>({
  'zh-CN': chinese,
  en: () => import('./needs-form.messages.en.ts'),
});
