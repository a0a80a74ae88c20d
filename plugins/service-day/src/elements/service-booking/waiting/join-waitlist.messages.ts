import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '加入候补',
  slot: '{department}，{date} {time}',
  rule: '先到先得。有名额时在“我的预约”里通知，保留 {minutes} 分钟，过时顺延给下一位。',
  which: '等哪个时段',
  thisSlot: '只等 {time}',
  anySlot: '这一天任何时段都行',
  name: '经办人',
  phone: '手机号码',
  topic: '想办什么',
  topicHelp: '一句话，例：外资股东变更',
  consent: '我已阅读并同意个人信息告知（{version}）',
  consentHint: '姓名和手机号码只用于通知候补结果，候补结束后删除。',
  needName: '请填写经办人姓名',
  needTopic: '请写一句想办什么',
  needConsent: '请阅读个人信息告知并打勾',
  phoneWrong: '手机号码是 11 位数字，以 13 至 19 开头',
  act: '加入候补',
  not: '先不候补',
  doneTitle: '已加入候补，排在第 {n} 位',
  doneBody: '请留意“我的预约”。不想等了，可以随时退出。',
  close: '知道了',
  signInTitle: '候补前请先登录',
  signIn: '登录',
};

export type JoinMessage = keyof typeof chinese;

export const joinMessages = defineMessages<JoinMessage>({
  'zh-CN': chinese,
  en: () => import('./join-waitlist.messages.en.ts'),
});
