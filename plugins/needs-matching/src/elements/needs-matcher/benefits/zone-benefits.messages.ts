import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '在{zone}能得到什么',
  forWhom: '为{name}整理',
  asOf: '数据截至 {when}',
  print: '打印',
  policies: '现在符合的政策 {n} 条',
  toVerify: '补上材料就能定的 {n} 条',
  land: '能用的地和房 {n} 项',
  services: '服务与支持 {n} 项',
  chain: '产业链',
  chainNote: '只有数字，不含企业名称',
  chainRow: '{tag}　{trade} {n} 家',
  needs: '您提过的需求',
  noPolicies: '目前没有符合的条款。完善企业档案后会自动重算。',
  noLand: '目前没有合适的地和房。',
  noServices: '目前没有合适的服务。',
  clause: '政策条款',
  amount: '内容与期限',
  department: '部门',
  review: '公平竞争审查',
  resource: '资源',
  what: '情况',
  when: '时间与余量',
  lacks: '缺什么',
  state_draft: '草稿',
  state_submitted: '已提交',
  state_assigned: '已有专员',
  state_matching: '正在对接',
  state_offered: '有推荐，等您答复',
  state_accepted: '已接受',
  state_fulfilled: '已兑现，等您确认',
  state_confirmed: '已办成',
  state_unmet: '暂时没有',
  state_withdrawn: '已撤回',
  foot: '以上按公开的规则计算，供参考，以主管部门受理为准。咨询电话 {phone}。',
};
export type ZoneBenefitsMessage = keyof typeof chinese;

export const zoneBenefitsMessages = defineMessages<ZoneBenefitsMessage>({
  'zh-CN': chinese,
  en: () => import('./zone-benefits.messages.en.ts'),
});
