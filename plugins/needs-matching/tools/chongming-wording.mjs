/** What the source data does not say and the product shows: English names, notices, reasons, who keeps a partner's list. */

export const providerNames = {
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
  'px-customs': 'Customs office',
  'px-bank-jy': 'Jiangyu Eco Bank',
  'px-bank-ws': 'Wusha Rural Bank',
  'px-fund': 'Ying Eco Investment Fund',
  'px-incubator': 'Luting Incubator',
  'px-univ-dh': 'Dongbin Eco University',
  'px-inst-jk': 'Jiangkou Institute of Wetlands and Health',
  'px-hosp': 'Yingwan Hospital',
  'px-school': 'Yingyu International School',
  'px-travel': 'Weihang Travel Agency',
  'px-lab': 'Island Testing Station',
  'px-logi': 'Three Islands Cold Chain',
};

/** Department that keeps a partner's resources. */
export const stewards = {
  'px-customs': 'commerce',
  'px-bank-jy': 'hub',
  'px-bank-ws': 'hub',
  'px-fund': 'hub',
  'px-incubator': 'economy',
  'px-univ-dh': 'hrss',
  'px-inst-jk': 'hrss',
  'px-hosp': 'hub',
  'px-school': 'education',
  'px-travel': 'culture-tourism',
  'px-lab': 'market-regulation',
  'px-logi': 'commerce',
};

export const townNames = {
  310151101: 'Chengqiao',
  310151102: 'Buzhen',
  310151103: 'Xinhe',
  310151104: 'Miaozhen',
  310151105: 'Shuxin',
  310151106: 'Xianghua',
  310151107: 'Sanxing',
  310151108: 'Gangyan',
  310151109: 'Zhongxing',
  310151110: 'Chenjia',
  310151111: 'Lühua',
  310151112: 'Gangxi',
  310151113: 'Jianshe',
  310151114: 'Xinhai',
  310151115: 'Dongping',
  310151116: 'Changxing',
  310151201: 'Xincun',
  310151202: 'Hengsha',
};

export const poiKinds = [
  { kind: 'hospital', name: '医院', nameEn: 'Hospital' },
  { kind: 'school', name: '学校', nameEn: 'School' },
  { kind: 'research', name: '科研院所', nameEn: 'Research' },
  { kind: 'incubator', name: '孵化器', nameEn: 'Incubator' },
  { kind: 'industry', name: '产业园区', nameEn: 'Industrial park' },
  { kind: 'transport', name: '交通', nameEn: 'Transport' },
  { kind: 'utility', name: '市政设施', nameEn: 'Utilities' },
  { kind: 'nature', name: '自然', nameEn: 'Nature' },
];

export const tagNames = {
  生命健康: 'Life and health',
  新能源: 'New energy',
  储能: 'Energy storage',
  智能制造: 'Smart manufacturing',
  新材料: 'New materials',
  科创: 'Science and innovation',
  文旅: 'Culture and tourism',
  生态研学: 'Eco study',
  康养: 'Health and recreation',
  生态农业: 'Eco farming',
  食品: 'Food',
  外资: 'Foreign-invested',
};

/** How well resources with a tag serve the ecology; of several tags the best counts. */
export const ecoLevels = {
  生态农业: 100,
  生态研学: 100,
  新能源: 90,
  储能: 90,
  康养: 80,
  文旅: 70,
  生命健康: 70,
  科创: 60,
  食品: 60,
  智能制造: 50,
  新材料: 40,
  外资: 40,
};

const named = (...rows) => rows.map(([value, name, nameEn]) => ({ value, name, nameEn }));

/** Codes that conditions ask about, as people read them. */
export const fieldValues = {
  'project.screen.status': named(
    ['pass', '通过', 'passed'],
    ['restricted', '附条件通过', 'passed with conditions'],
    ['vetoed', '否决', 'vetoed'],
    ['undetermined', '待核实', 'to be verified'],
  ),
  'project.tier': named(['t1', '一般', 'ordinary'], ['t2', '重大', 'major'], ['t3', '特别重大', 'exceptional']),
  'project.stage': named(
    ['lead', '线索', 'lead'],
    ['contact', '对接', 'first contact'],
    ['pre-review', '预审', 'pre-review'],
    ['decision', '评审决策', 'decision'],
    ['signed', '签约', 'signed'],
    ['approval', '审批', 'approval'],
    ['construction', '施工', 'construction'],
    ['production', '投产', 'production'],
    ['operation', '运营', 'operation'],
    ['revisit', '回访', 'revisit'],
    ['shelved', '搁置', 'shelved'],
    ['terminated', '终止', 'terminated'],
  ),
};

export const fieldNames = {
  'enterprise.tags': 'Tags',
  'enterprise.scale': 'Scale',
  'enterprise.industryCode': 'Industry code',
  'enterprise.qualifications': 'Qualifications in force',
  'enterprise.employees': 'Employees',
  'enterprise.kind': 'Kind of entity',
  'enterprise.foreignInvested': 'Foreign-invested',
  'enterprise.foundedOn': 'Founded on',
  'enterprise.townCode': 'Town',
  'enterprise.facts.credit': 'Credit standing',
  'enterprise.facts.ecoScore': 'Ecological score',
  'enterprise.facts.rdRatioPct': 'R&D share (%)',
  'enterprise.facts.annualRevenueCny': 'Annual revenue (CNY)',
  'enterprise.facts.annualEnergyTce': 'Annual energy (tce)',
  'enterprise.facts.organicCertifiedMu': 'Certified organic area (mu)',
  'project.investmentCny': 'Investment (CNY)',
  'project.jobs': 'Jobs',
  'project.landMu': 'Land (mu)',
  'project.stage': 'Stage of the project',
  'project.tier': 'Decision tier',
  'project.screen.status': 'Ecological screening',
  'project.site.distanceToReserveM': 'Distance to the reserve (m)',
  'project.industryCodes': 'Industry codes of the project',
  'need.quantity': 'Quantity needed',
  'need.consentGiven': 'Consent to referral',
};

/** Who answers for which field of the shared record, and where it comes from. */
export const fieldSources = {
  kind: ['企业登记信息', 'market-regulation'],
  foreignInvested: ['外商投资信息报告', 'commerce'],
  industryCode: ['企业登记信息', 'market-regulation'],
  scale: ['统计口径划型', 'economy'],
  employees: ['社保参保人数', 'hrss'],
  foundedOn: ['企业登记信息', 'market-regulation'],
  townCode: ['企业登记信息', 'market-regulation'],
  tags: ['招商中心标注', 'hub'],
  qualifications: ['各部门资质台账', 'economy'],
  annualRevenueCny: ['纳税申报', 'taxation'],
  rdRatioPct: ['研发费用辅助账', 'taxation'],
  annualEnergyTce: ['能耗统计', 'economy'],
  organicCertifiedMu: ['有机认证台账', 'agriculture'],
  ecoScore: ['生态定位评分', 'ecology'],
  credit: ['公共信用平台', 'market-regulation'],
};

export const unmetReasons = [
  { id: 'no-such-resource', name: '区内没有这类资源', nameEn: 'The zone has no such resource' },
  { id: 'capacity-short', name: '余量不足', nameEn: 'Not enough is left' },
  { id: 'conditions', name: '条件不符合', nameEn: 'Conditions are not met' },
  { id: 'red-line', name: '触及红线', nameEn: 'A red line is touched' },
  { id: 'outside', name: '需区外协调', nameEn: 'To be arranged outside the zone' },
];

export const painTypes = [
  { id: 'policy-unknown', name: '不知道政策', nameEn: 'Does not know the policy' },
  { id: 'approval-slow', name: '审批慢', nameEn: 'Approval takes long' },
  { id: 'material-twice', name: '重复提交材料', nameEn: 'Asked twice for documents' },
  { id: 'land', name: '用地', nameEn: 'Land' },
  { id: 'staff', name: '用工', nameEn: 'Staff' },
  { id: 'money', name: '资金', nameEn: 'Money' },
  { id: 'environment', name: '环保', nameEn: 'Environment' },
  { id: 'other', name: '其他', nameEn: 'Other' },
];

const handler = '崇明开发区招商服务中心，地址：城桥企业服务大厅，电话：021-5000 0000';
export const consent = {
  matching: {
    version: '告知书-2026.1',
    handler,
    purpose: '把贵企业的需求与部门资源对接，由专员一对一办理。系统只提建议，由人决定',
    kinds: '企业名称、需求内容、数量、期限；企业档案中的公开与授权信息',
    retention: '自办结起保存 5 年，到期删除',
    rights: '可在“我的需求”查看、更正、撤回，也可要求停止预测',
  },
  personal: {
    version: '敏感信息告知书-2026.1',
    handler,
    purpose: '协调员工子女入学或就医预约，只转给办理的部门和单位，不作其他用途',
    kinds: '入学只登记学段与人数，就医只登记科室与时间；不登记姓名、证件号和病情。未成年人由监护人同意',
    retention: '办结后保存 180 天，到期删除',
    rights: '可随时撤回同意；撤回后停止办理，不影响企业其他事项',
  },
  peer: {
    version: '企业对接告知书-2026.1',
    handler,
    purpose: '双方都同意后，互相告知企业名称，由专员安排见面',
    kinds: '企业名称与这次对接的事项',
    retention: '自对接起保存 2 年',
    rights: '任何一方不同意，都不会告知对方是谁',
  },
};

export const screenDisclaimer = {
  disclaimer: '自查结果不作为审批依据。图形为概略示意，接近红线的以测绘报告为准；有疑问请联系招商服务中心。',
  disclaimerEn:
    'The result is no basis for approval. The shapes are schematic: near a limit only a survey decides. Ask the service centre.',
};
