import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  lead: '企业提了、现有资源一时供不上的需求。个人需求和保密需求只计数。',
  none: '现在没有供不上的需求',
  noneBody: '有新的会自动出现在这里。',
  asOf: '数据截至{time}',
  category: '类别',
  needs: '需求',
  unmet: '已认定无法满足',
  amounts: '要多少、还有多少',
  needsOf: '{n} 条',
  amount: '要 {asked}，还有 {available}',
  shortOf: '缺 {short}',
  amountNone: '没有写数量',
  show: '看{category}的具体需求',
  hide: '收起{category}的具体需求',
  exampleMore: '另有 {n} 条没有列出。',
  exampleNone: '按权限不列出具体内容。',
  due: '期限{date}',
  nearest: '最接近的资源',
  nearestNone: '没有接近的资源。',
  nearestFailed: '{title}：{label}要求 {required}，实际 {actual}',
  nearestGap: '{text}，{gap}',
  nearestRead: '看最接近的资源',
  nearestReading: '正在找最接近的资源…',
  nearestRefused: '没有读到：{reason}',
};
export type UnservedMessage = keyof typeof chinese;

export const unservedMessages = defineMessages<UnservedMessage>({
  'zh-CN': chinese,
  en: () => import('./unserved.messages.en.ts'),
});
