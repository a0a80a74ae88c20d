import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '试一试：要什么，有什么',
  notKept: '不用登录。写的内容只用来比对一次，不保存，也不会有人联系您。',
  category: '要什么',
  text: '说说具体情况',
  textHelp: '例如：储能电芯中试线，两千平方米以上，年底前进场',
  quantity: '数量',
  unit: '单位',
  deadline: '什么时候要',
  deadlineHelp: '不写按 {n} 天内算',
  town: '在哪里',
  anyTown: '都可以',
  chooseFirst: '选好要什么，结果马上出来',
  chooseFirstHelp: '再写具体一点，结果跟着变。',
  quantityWrong: '数量要大于 0',
  reading: '正在比对',
  found: '可用 {items} 项，待核实 {verify} 项，只差一项 {near} 项',
  failed: '这次没有比对成：{reason}',
  again: '再比一次',
  next: '要专员跟进，请登录后提成正式需求。',
  signIn: '登录',
  stateNeed: '提成正式需求',
  from: '试一试',
};
export type NeedTryMessage = keyof typeof chinese;

export const needTryMessages = defineMessages<NeedTryMessage>({
  'zh-CN': chinese,
  en: () => import('./need-try.messages.en.ts'),
});
