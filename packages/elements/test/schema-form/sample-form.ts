import type { FormDescription } from '../../src/schema-form/description.ts';

/** A need of an enterprise, with every kind of field that needs nothing loaded. */
export const sampleForm: FormDescription = {
  id: 'sample.need',
  version: 3,
  title: { 'zh-CN': '登记企业需求', en: 'State a need' },
  submit: { 'zh-CN': '提交需求', en: 'Submit the need' },
  steps: [
    {
      id: 'what',
      title: { 'zh-CN': '需要什么', en: 'What you need' },
      fields: [
        {
          id: 'category',
          kind: 'choice',
          label: { 'zh-CN': '需求类别', en: 'Kind of need' },
          hint: { 'zh-CN': '一次写一项，可以再登记其他需求', en: 'One at a time; you can state others later' },
          options: [
            {
              value: 'site',
              label: { 'zh-CN': '场地厂房', en: 'Premises' },
              hint: { 'zh-CN': '租用或购买', en: 'To rent or to buy' },
            },
            { value: 'land', label: { 'zh-CN': '土地', en: 'Land' } },
            { value: 'money', label: { 'zh-CN': '资金', en: 'Finance' } },
            { value: 'school', label: { 'zh-CN': '子女入学', en: 'School places' } },
          ],
        },
      ],
    },
    {
      id: 'details',
      title: { 'zh-CN': '具体要求', en: 'Details' },
      intro: { 'zh-CN': '写得越具体，匹配得越准。', en: 'The more exact, the better the match.' },
      fields: [
        {
          id: 'area',
          kind: 'number',
          label: { 'zh-CN': '面积', en: 'Area' },
          unit: { 'zh-CN': '平方米', en: 'm²' },
          min: 10,
          max: 500000,
          visibleWhen: 'category = "site" or category = "land"',
          checks: [
            {
              that: 'category != "land" or area >= 2000',
              message: { 'zh-CN': '面积：土地不少于 2,000 平方米', en: 'Area: land from 2,000 m² on' },
            },
          ],
        },
        {
          id: 'budget',
          kind: 'money',
          unit: 'ten-thousand-yuan',
          label: { 'zh-CN': '预算', en: 'Budget' },
          optional: true,
          min: 0,
        },
        {
          id: 'by',
          kind: 'date',
          label: { 'zh-CN': '最晚什么时候要', en: 'Needed by' },
          min: 'today',
          max: 'today+730',
        },
        {
          id: 'detail',
          kind: 'long-text',
          label: { 'zh-CN': '说明', en: 'Description' },
          hint: { 'zh-CN': '请勿填写身份证号、病历等个人信息', en: 'Leave out identity numbers and health data' },
          minLength: 5,
          maxLength: 500,
        },
      ],
    },
    {
      id: 'contact',
      title: { 'zh-CN': '企业和联系人', en: 'Enterprise and contact' },
      fields: [
        {
          id: 'enterprise',
          kind: 'text',
          label: { 'zh-CN': '企业名称', en: 'Enterprise' },
          record: 'enterprise.name',
          maxLength: 60,
        },
        {
          id: 'uscc',
          kind: 'uscc',
          label: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
          record: 'enterprise.uscc',
        },
        { id: 'contact', kind: 'person', label: { 'zh-CN': '联系人', en: 'Contact person' } },
        { id: 'phone', kind: 'phone', label: { 'zh-CN': '手机号码', en: 'Mobile number' }, record: 'contact.phone' },
        {
          id: 'files',
          kind: 'attachments',
          label: { 'zh-CN': '可以提供的材料', en: 'Documents you can provide' },
          optional: true,
          max: 3,
        },
        {
          id: 'consent',
          kind: 'consent',
          label: { 'zh-CN': '个人信息怎么用', en: 'How personal data is used' },
          version: '2026-11',
          purpose: { 'zh-CN': '联系您办理这项需求', en: 'To contact you about this need' },
          text: {
            'zh-CN':
              '招商服务中心处理联系人的姓名、职务和手机号码，只用来联系办理，需求办结后保存一年。您可以随时查看、更正或撤回同意。',
            en: 'The service centre handles name, function and number of the contact person, only to deal with this need, and keeps them for one year after it is closed. You can see, correct or withdraw them at any time.',
          },
        },
      ],
    },
  ],
};
