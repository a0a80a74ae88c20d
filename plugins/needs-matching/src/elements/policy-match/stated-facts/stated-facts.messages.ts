import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '企业情况',
  help: '知道多少写多少。没写的按待核实算，不当作不符合。',
  kind: '主体类型',
  scale: '企业规模',
  industry: '行业代码',
  industryHelp: '国民经济行业代码，例如 C3841',
  industryWrong: '行业代码是一个字母加二到四位数字',
  employees: '从业人数',
  people: '人',
  town: '所在乡镇',
  founded: '成立日期',
  revenue: '年营业收入',
  tenThousand: '万元',
  research: '研发投入占比',
  energy: '年综合能耗',
  energyUnit: '吨标准煤',
  foreign: '是否外资',
  yes: '是',
  no: '否',
  tags: '企业标签',
  qualifications: '有效的资质',
  qualificationsHelp: '用顿号隔开，例如：高新技术企业、科技型中小企业',
  numberWrong: '要写大于等于 0 的数',
  clear: '清空',
  more: '再写几项（更准）',
};
export type StatedFactsMessage = keyof typeof chinese;

export const statedFactsMessages = defineMessages<StatedFactsMessage>({
  'zh-CN': chinese,
  en: () => import('./stated-facts.messages.en.ts'),
});
