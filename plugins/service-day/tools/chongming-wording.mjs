/** What the source data does not say and the product shows: English names, the privacy notice, kinds of assistance. */

export const englishNames = {
  hub: 'Investment Service Centre',
  planning: 'Planning and Natural Resources Bureau',
  ecology: 'Ecology and Environment Bureau',
  economy: 'Economic Development Bureau',
  hrss: 'Human Resources and Social Security Bureau',
  taxation: 'Tax Bureau',
  commerce: 'Commission of Commerce',
  emergency: 'Emergency Management Bureau',
  'culture-tourism': 'Culture and Tourism Bureau',
  agriculture: 'Commission of Agriculture and Rural Affairs',
  education: 'Education Bureau',
  'market-regulation': 'Market Regulation Bureau',
  water: 'Water Authority',
  construction: 'Commission of Construction and Management',
};

/** PIPL Art. 17: who handles what for which purpose, how long, and what the person can ask for. */
export const consent = {
  version: '告知书-2026.1',
  handler: '崇明开发区招商服务中心，地址：城桥企业服务大厅，电话：021-5000 0000',
  purpose: '安排企业服务日的接待、叫号和答复。由工作人员查看，不用于其他用途，不作自动化决定',
  kinds: '联系人姓名、手机号码、咨询的问题和您上传的附件。请不要填写身份证号、病历等敏感信息',
  retention: '自服务结束起保存 2 年，到期删除；候补信息保存 180 天',
  rights: '您可以在“我的预约”查看和更正，也可以打电话要求复制、删除或撤回同意；不同意不影响到现场取号办理',
};

export const assistance = [
  { id: 'wheelchair', name: '轮椅或无障碍通道', nameEn: 'Wheelchair or step-free access' },
  { id: 'sign-language', name: '手语翻译', nameEn: 'Sign language interpreter' },
  { id: 'english', name: '英语沟通', nameEn: 'Service in English' },
  { id: 'elder', name: '老年人陪同办理', nameEn: 'Help for elderly visitors' },
];

/** Answers as a desk writes them: conclusion, basis, next step. */
export const replies = [
  '可以办。依据：部门办事指南对应条款。下一步：按清单备齐材料，网上提交即可。',
  '已当面讲清。依据：现行办理规定。下一步：本周内补一份说明，无需再来。',
  '不需要另外办理。依据：这一情形不在目录内。下一步：留存本次答复备查。',
  '能办，分两步。依据：办理流程图。下一步：先备案，再申请，窗口可代为核对材料。',
];
export const followUpReply =
  '结论：可以。依据：规划条件中的容积率条款。下一步：三期报批时随方案一并说明，无需单独申请。';
