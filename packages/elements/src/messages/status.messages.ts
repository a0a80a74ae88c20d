import { defineMessages } from './messages.ts';

const chinese = {
  errorTitle: '没有读出来',
  errorHelp: '您填写的内容都还在。请过一会儿重试。',
  errorPhone: '也可以拨打 {phone}。',
  traceId: '问题编号 {id}',
  retry: '重试',
  emptyTitle: '现在没有内容',
  offlineTitle: '网络断开了',
  offlineData: '下面是 {time} 的内容，可能已经变了。',
  offlineHelp: '联网后会自动读取。没有确认的一律是“待确认”。',
  signInTitle: '请先登录',
  signInHelp: '登录后可以办理和查看自己的事项。',
  signIn: '登录',
  expiredTitle: '登录已过期',
  expiredHelp: '填写的内容还在，重新登录后接着填。',
  signInAgain: '重新登录',
  configTitle: '组件没有配置好',
  configHelp: '这条提示只有工作人员能看到，来访者看到的是电话和办事指南。',
};

export type StatusMessage = keyof typeof chinese;

/** Texts that every element shares: reading, errors, offline, sign-in. */
export const statusMessages = defineMessages<StatusMessage>({
  'zh-CN': chinese,
  en: () => import('./status.messages.en.ts'),
});
