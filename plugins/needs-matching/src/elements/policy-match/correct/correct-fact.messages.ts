import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  supplyTitle: '补充{label}',
  correctTitle: '更正{label}',
  recorded: '档案里是：{value}',
  unknown: '没有',
  from: '来源：{source}，{date}',
  rule: '提交后由{department}核对，核对完成才改档案，政策结论随着重算。',
  ruleAny: '提交后由负责的部门核对，核对完成才改档案，政策结论随着重算。',
  value: '应该是',
  note: '说明',
  noteHelp: '例如：依据哪份材料',
  tenThousand: '万元',
  industryHelp: '国民经济行业代码，例如 C3841',
  valueMissing: '请写应该是多少',
  valueNumber: '要写大于等于 0 的数',
  valueCode: '行业代码是一个字母加二到四位数字',
  yes: '是',
  no: '否',
  send: '提交核对',
  not: '先不提交',
  sent: '已提交，由{department}核对',
  sentAny: '已提交核对',
};
export type CorrectFactMessage = keyof typeof chinese;

export const correctFactMessages = defineMessages<CorrectFactMessage>({
  'zh-CN': chinese,
  en: () => import('./correct-fact.messages.en.ts'),
});
