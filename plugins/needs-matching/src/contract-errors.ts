/** What matching can refuse, each with a stable code and a sentence that says what to do. */
import type { ErrorSpec } from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';

const conditions = z.object({ constraints: z.array(z.string()), labels: z.string(), labelsEn: z.string() });

export const needsMatchingErrors = {
  'wrong-state': {
    kind: 'conflict',
    message: {
      'zh-CN': '现在的状态不能做这一步，请刷新看最新情况。',
      en: 'This step is not possible in the present state. Refresh to see the latest.',
    },
    data: z.object({ state: z.string(), act: z.string() }),
  },
  'no-such-category': {
    kind: 'invalid',
    message: { 'zh-CN': '没有这个类别，请从列表里选。', en: 'There is no such category; choose one from the list.' },
  },
  'no-such-choice': {
    kind: 'invalid',
    message: {
      'zh-CN': '“{value}”不在这个类别的可选项里，请从列表里选。',
      en: '"{value}" is not one of the choices of this category; choose from the list.',
    },
    data: z.object({ field: z.string(), value: z.string() }),
  },
  'deadline-past': {
    kind: 'invalid',
    message: { 'zh-CN': '期限已经过去，请重新选择日期。', en: 'The deadline has passed; choose another date.' },
  },
  'personal-record-required': {
    kind: 'invalid',
    message: {
      'zh-CN': '这类需求请填写学段与人数，或科室与时间。',
      en: 'For this kind of need, state grade band and count, or department and time.',
    },
  },
  'personal-text-not-kept': {
    kind: 'invalid',
    message: {
      'zh-CN': '这类需求只登记最少的内容，请不要写说明文字，也不要写姓名和病情。',
      en: 'For this kind of need only the least is recorded; leave the free text empty.',
    },
  },
  'guardian-consent-required': {
    kind: 'invalid',
    message: { 'zh-CN': '涉及未成年人，需要监护人同意。', en: 'Minors are concerned; a guardian must agree.' },
  },
  'consent-outdated': {
    kind: 'invalid',
    message: {
      'zh-CN': '个人信息告知书已更新，请重新阅读并同意。',
      en: 'The privacy notice has changed; read it and agree again.',
    },
    data: z.object({ version: z.string() }),
  },
  'no-such-enterprise': {
    kind: 'not-found',
    message: { 'zh-CN': '档案里没有这家企业，请核对统一社会信用代码。', en: 'There is no record of this enterprise.' },
  },
  'no-such-specialist': {
    kind: 'invalid',
    message: { 'zh-CN': '没有这位在岗专员，请从列表里选。', en: 'There is no such specialist on post; choose one.' },
  },
  'not-responsible': {
    kind: 'forbidden',
    message: {
      'zh-CN': '这条需求由{name}专员负责，请先转办或联系专员。',
      en: 'Specialist {name} is responsible for this need; have it reassigned first.',
    },
    data: z.object({ name: z.string() }),
  },
  'resource-closed': {
    kind: 'closed',
    message: { 'zh-CN': '这项资源已经下架，请看其他资源。', en: 'This resource is closed; choose another.' },
  },
  'capacity-short': {
    kind: 'conflict',
    message: {
      'zh-CN': '余量不够：现在还有 {available} {unit}。可以减少数量，或换一项资源。',
      en: 'Not enough is left: {available} {unit}. Take less, or choose another resource.',
    },
    data: z.object({ resourceId: z.string(), available: z.number(), unit: z.string() }),
  },
  'capacity-in-use': {
    kind: 'conflict',
    message: {
      'zh-CN': '已经对接出去 {taken} {unit}，容量不能低于这个数。',
      en: '{taken} {unit} are promised already; the capacity cannot be less.',
    },
    data: z.object({ taken: z.number(), unit: z.string() }),
  },
  'conditions-not-met': {
    kind: 'conflict',
    message: {
      'zh-CN': '有硬性条件不符合或待核实：{labels}。确要对接，请写明理由。',
      en: 'Hard conditions are not met or not known: {labelsEn}. Write the reason to go on all the same.',
    },
    data: conditions,
  },
  'red-line': {
    kind: 'conflict',
    message: {
      'zh-CN': '触及红线：{labels}，不能对接。',
      en: 'A red line is touched: {labelsEn}. This cannot be matched.',
    },
    data: conditions,
  },
  'already-matched': {
    kind: 'conflict',
    message: {
      'zh-CN': '这条需求已经对接了这项资源。',
      en: 'This need is matched with this resource already.',
    },
  },
  'hold-expired': {
    kind: 'closed',
    message: {
      'zh-CN': '保留期已过，请联系专员重新对接。',
      en: 'The time of the hold is over; ask the specialist for a new offer.',
    },
  },
  'already-rated': {
    kind: 'conflict',
    message: {
      'zh-CN': '这件事已经评价过。可以追评一次。',
      en: 'This matter has been rated already; one supplement is possible.',
    },
  },
  'too-many-rows': {
    kind: 'invalid',
    message: {
      'zh-CN': '一次最多导入 {maximum} 行，请分批导入。',
      en: 'At most {maximum} rows at a time; import in parts.',
    },
    data: z.object({ maximum: z.number() }),
  },
  'code-taken': {
    kind: 'conflict',
    message: { 'zh-CN': '这个资源编码已经用过。', en: 'This code is in use already.' },
    data: z.object({ resourceId: z.string() }),
  },
  'same-resource': {
    kind: 'conflict',
    message: {
      'zh-CN': '同一提供方已有同类同名的资源，请修改原来那一条。',
      en: 'The provider has a resource of this type and title already; change that one.',
    },
    data: z.object({ resourceId: z.string() }),
  },
  'no-such-provider': {
    kind: 'invalid',
    message: { 'zh-CN': '没有这个提供方，请从列表里选。', en: 'There is no such provider; choose one from the list.' },
  },
  'no-such-policy': {
    kind: 'not-found',
    message: { 'zh-CN': '没有这份政策或条款。', en: 'There is no such policy or clause.' },
  },
  'no-such-department': {
    kind: 'invalid',
    message: { 'zh-CN': '没有这个部门，请从列表里选。', en: 'There is no such department; choose one.' },
  },
  'already-open': {
    kind: 'conflict',
    message: {
      'zh-CN': '这一项已经提过，正在核对，请等答复。',
      en: 'This has been raised already and is being checked.',
    },
  },
  'value-unfit': {
    kind: 'invalid',
    message: { 'zh-CN': '这一项的内容不合要求，请检查。', en: 'This value does not fit; check it.' },
  },
  'peer-unfit': {
    kind: 'invalid',
    message: {
      'zh-CN': '不能与自己对接，也不能对个人需求做企业间对接。',
      en: 'An enterprise is not its own peer, and personal needs are not paired.',
    },
  },
  'reason-required': {
    kind: 'invalid',
    message: { 'zh-CN': '请写明理由。', en: 'Write the reason.' },
  },
  'too-many-needs': {
    kind: 'quota',
    message: {
      'zh-CN': '一次最多统筹 {maximum} 条需求，请按类别分开做。',
      en: 'At most {maximum} needs at a time; plan by category.',
    },
    data: z.object({ maximum: z.number() }),
  },
} as const satisfies Readonly<Record<string, ErrorSpec>>;
