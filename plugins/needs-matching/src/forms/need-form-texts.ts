/** Every sentence of the form for needs, in both languages. */
import type { FormText } from '@zhaoshang/elements/schema-form/description.ts';

const both = (zh: string, en: string): FormText => ({ 'zh-CN': zh, en });

export const needFormTexts = {
  submit: both('提交需求', 'Submit the need'),
  save: both('保存修改', 'Save the changes'),

  stepSay: both('说一说', 'Say it'),
  stepSayIntro: both(
    '写一段话就行。类别会按您写的先选好，不对可以改。',
    'One paragraph will do. The kind is chosen from your words; change it if it is wrong.',
  ),
  stepWhat: both('要什么', 'What'),
  stepDetails: both('具体要求', 'Details'),
  stepLeast: both('人数与时间', 'Numbers and time'),
  stepLeastIntro: both(
    '涉及个人，只填办事必需的几项。不要写姓名、证件号和病情。',
    'This is about a person: only what is needed to arrange it. No names, no identity numbers, no illness.',
  ),
  stepWhen: both('什么时候', 'When'),
  stepWords: both('补充说明', 'In your words'),
  stepRecord: both('档案与告知', 'Record and notice'),

  category: both('类别', 'Kind'),
  categoryHint: both('选最接近的一类', 'The nearest one'),
  other: both('其他', 'Other'),
  about: both('给谁办', 'For whom'),
  aboutPerson: both('某位员工或家属', 'One employee or a relative'),
  aboutPersonHint: both(
    '只填科室与时间，内容仅经办人可见',
    'Department and time only; nobody but those who arrange it sees it',
  ),
  aboutStaff: both('企业的一批员工', 'A group of staff'),
  aboutStaffHint: both('如年度体检、职业体检，不涉及个人病情', 'A yearly check-up, say; nobody’s illness is concerned'),

  subjects: both('具体是哪一种', 'Which exactly'),
  subjectsHint: both('可多选。不选就都帮您看', 'Any number; without a choice all are considered'),
  features: both('一定要有的条件', 'What it must have'),
  featuresHint: both('勾选的条件，没有的资源会列为“不符合”', 'A resource without what you tick counts as not fitting'),
  quantity: both('数量', 'Quantity'),
  amount: both('金额', 'Amount'),
  area: both('面积', 'Area'),
  unit: both('单位', 'Unit'),
  specHint: both('不低于', 'At least'),
  town: both('在哪个乡镇', 'In which town'),
  project: both('为哪个项目', 'For which project'),
  projectHint: both(
    '选了项目，会按项目的行业、用地和位置比对',
    'With a project its industry, land and site are compared as well',
  ),
  projectLevel: both('项目', 'Project'),

  bands: both('学段', 'Grade bands'),
  kindergarten: both('幼儿园', 'Kindergarten'),
  primary: both('小学', 'Primary school'),
  lowerSecondary: both('初中', 'Lower secondary school'),
  upperSecondary: both('高中', 'Upper secondary school'),
  count: both('几名', 'How many'),
  medicalDepartment: both('科室', 'Department'),
  medicalDepartmentHint: both(
    '只写科室，例如“心内科”。不要写病情',
    'The department only, e.g. 心内科. Nothing about the illness',
  ),
  medicalWhen: both('希望的时间', 'Time wanted'),
  medicalWhenHint: both('例如“11月底前，周末也可以”', 'E.g. before the end of November, weekends too'),

  deadline: both('最晚什么时候要', 'Needed by'),
  deadlineHint: both('选一个工作日', 'A working day'),
  urgency: both('急不急', 'How urgent'),
  normal: both('一般', 'Normal'),
  high: both('比较急', 'Soon'),
  urgent: both('特别急', 'Urgent'),
  urgentHint: both('不解决就要停工、停产或失去订单', 'Otherwise work stops or an order is lost'),

  text: both('用自己的话说说', 'In your own words'),
  textHint: both(
    '例如：想租一层厂房做无人机总装，要能进九米的挂车。不要写姓名、证件号和病情',
    'E.g. a floor for assembling drones, a nine-metre trailer must get in. No names, identity numbers or illness',
  ),
  textPersonal: both(
    '这类需求只登记学段与人数，或科室与时间。请删去这段话，按下面的格子填',
    'For this kind only grade band and number, or department and time, are recorded. Remove this text and use the fields below',
  ),
  tags: both('相关标签', 'Tags'),
  tagsHint: both('选对标签，能对上的资源排得更靠前', 'With the right tags what fits comes first'),
  files: both('相关材料', 'Papers'),

  recordTags: both('企业标签', 'Tags of the enterprise'),
  recordEmployees: both('从业人数', 'Employees'),
  recordTown: both('企业所在乡镇', 'Town of the enterprise'),
  recordRd: both('研发投入占比', 'R&D share'),
  recordIntro: both(
    '档案里已有的不用再填。有错就改：更正会转给负责的部门核对，不影响这条需求。',
    'What the record knows is filled in. Correct what is wrong: the department in charge checks it, and your need goes on.',
  ),
  people: both('人', 'people'),
  per: both('%', '%'),

  confidentiality: both('谁能看到', 'Who may see it'),
  public: both('都可以看', 'Everybody'),
  internal: both('仅招商中心和有关部门', 'The centre and the departments concerned'),
  confidential: both('仅负责的专员和经办单位', 'The responsible specialist and who provides it'),
  consentMatching: both('转给资源提供单位', 'Passing it on to providers'),
  consentMatchingWhy: both(
    '不同意也能提交；银行等单位的资源会列为“待核实”。',
    'You can submit without it; resources of banks and the like then stay to be verified.',
  ),
  consentPersonal: both('敏感个人信息告知书', 'Notice on sensitive personal data'),
  guardian: both('监护人同意', 'Consent of the guardian'),
  guardianText: both(
    '涉及未成年人。我已把上面的告知书给孩子的监护人看过，监护人同意登记学段与人数。',
    'Minors are concerned. I have shown the notice above to the guardian, who agrees that grade band and number are recorded.',
  ),
  guardianPurpose: both('协调员工子女入学', 'Arranging school places'),
} satisfies Record<string, FormText>;

interface Notice {
  readonly handler: string;
  readonly kinds: string;
  readonly retention: string;
  readonly rights: string;
}

/** What PIPL Art. 17 wants told; purpose and version stand beside it. The notice itself is written by the zone, in Chinese. */
export const noticeText = ({ handler, kinds, retention, rights }: Notice, after: FormText = ''): FormText => {
  const word = (locale: 'zh-CN' | 'en'): string => (typeof after === 'string' ? after : after[locale]);
  return {
    'zh-CN': `处理者：${handler}。\n内容：${kinds}。\n保存：${retention}。\n您的权利：${rights}。${after === '' ? '' : `\n${word('zh-CN')}`}`,
    en: `Handled by: ${handler}.\nData: ${kinds}.\nKept: ${retention}.\nYour rights: ${rights}.${after === '' ? '' : `\n${word('en')}`}`,
  };
};
