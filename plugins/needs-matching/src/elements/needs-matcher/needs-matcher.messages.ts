import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '需求与资源对接',
  lead: '说出需要什么，马上看到哪些资源、哪些政策合适，为什么合适，还差什么。',
  views: '需求与资源',
  viewMine: '我的需求',
  viewBenefits: '在这里能得到什么',
  viewTry: '试一试',
  reading: '正在读取',
  signInTitle: '登录后看自己的需求',
  signInBody: '登录后可以提需求、答复推荐、确认办成和评价。不登录也可以试一试。',
  signIn: '登录',
  notEnterpriseTitle: '这里是企业的需求',
  notEnterpriseBody: '您用的是工作人员身份，没有企业的需求。可以用“试一试”看看资源。',
  goTry: '试一试',
};
export type NeedsMatcherMessage = keyof typeof chinese;

export const needsMatcherMessages = defineMessages<NeedsMatcherMessage>({
  'zh-CN': chinese,
  en: () => import('./needs-matcher.messages.en.ts'),
});
