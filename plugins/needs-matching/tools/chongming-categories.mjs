/** The categories of both lists: what the source data does not say and a form must offer. */

const category = (code, nameEn, group, units, more = {}) => ({
  code,
  nameEn,
  group,
  units,
  subjects: [],
  features: [],
  site: false,
  bookDepartment: null,
  bookTopic: '',
  ...more,
});

export const categories = [
  category('land', 'Serviced land', '场地', ['亩'], {
    subjects: ['一般工业', '食品与农产品加工', '康养服务', '化工生产'],
    features: ['大件运输', '可分割出让', '离居住区500米以上', '长兴岛内'],
    holdDays: 30,
    site: true,
    bookDepartment: 'hub',
    bookTopic: '熟地储备地块保留申请',
  }),
  category('factory', 'Factory space', '场地', ['平方米'], {
    subjects: ['标准厂房', '食品厂房', '洁净车间', '工坊改造', '沿街小铺'],
    features: ['两吨货梯', '门禁系统', '备用电源', '接村级污水管网', '共用冷库'],
    site: true,
    bookDepartment: 'economy',
    bookTopic: '企业投资项目备案',
  }),
  category('pilot', 'Pilot and test space', '场地', ['工位', '间', '台班', '场次', '架次'], {
    subjects: ['生物中试', '材料中试', '储能测试', '装备试验', '无人机试飞', '水田试验'],
    features: ['负八十度冰箱', '夜间作业'],
    bookDepartment: 'economy',
    bookTopic: '中试场地免费试用申请',
  }),
  category('loan', 'Eco loan', '资金', ['元'], {
    subjects: ['项目启动', '绿色技改', '订单融资', '农机更新', '知识产权质押'],
    bookDepartment: 'hub',
    bookTopic: '政策兑现一口受理',
  }),
  category('fund', 'Equity fund', '资金', ['元'], {
    subjects: ['种子轮跟投', '过桥资金'],
    bookDepartment: 'hub',
    bookTopic: '政策兑现一口受理',
  }),
  category('housing', 'Talent housing', '人才', ['套', '间', '床位'], {
    subjects: ['人才公寓', '职工宿舍', '季节工短租'],
    features: ['带家具', '夜班班车', '外籍住宿登记'],
    bookDepartment: 'hrss',
    bookTopic: '人才公寓入住资格审核',
  }),
  category('expert', 'Experts of the talent alliance', '人才', ['次'], {
    subjects: ['湿地与尾水', '发酵工艺', '阻燃改性', '储能安全', '有机稻作', '临床与注册', '热处理'],
    features: ['鸟类避让', '现场察看'],
    bookDepartment: 'hrss',
    bookTopic: '生态产业人才认定',
  }),
  category('training', 'Training and recruitment', '人才', ['人', '展位'], {
    subjects: ['焊工培训', '检验员培训', '用工招聘'],
    features: ['水样采样'],
    bookDepartment: 'hrss',
    bookTopic: '企业技能培训补贴备案',
  }),
  category('school', 'School places', '子女入学', ['个'], {
    personal: { kind: 'school', when: 'always' },
    bookDepartment: 'education',
    bookTopic: '人才子女入学协调登记',
  }),
  category('study-route', 'Eco study routes', '文旅', ['人'], {
    subjects: ['观鸟', '农耕', '渔村', '康养', '工坊', '夜观'],
    features: ['无台阶', '可在农场自炊', '蛙类讲解'],
    bookDepartment: 'culture-tourism',
    bookTopic: '生态研学基地认定',
  }),
  category('supply-chain', 'Supply chain', '供应链', ['吨', '台', '家', '个'], {
    subjects: ['蔬菜直供', '食品原料', '储能配套', '可降解包装', '周转器具', '危废处置'],
    bookDepartment: 'economy',
    bookTopic: '企业投资项目备案',
  }),
  category('testing', 'Testing', '科研', ['样'], {
    subjects: ['土壤与农残', '水质与理化', '力学性能', '微生物', '盐雾试验', '运输鉴定'],
    features: ['咖啡因', '降解曲线', '比对报告'],
    bookDepartment: 'market-regulation',
    bookTopic: '计量器具检定预约',
  }),
  category('medical', 'Medical access', '就医', ['人', '人次'], {
    subjects: ['专家门诊', '年度体检', '职业体检'],
    personal: { kind: 'medical', when: 'sensitive' },
    bookDepartment: 'hub',
    bookTopic: '项目落地意向登记',
  }),
  category('customs', 'Customs clearance', '通关', ['次'], {
    subjects: ['出口查验', '进口通关'],
    features: ['出口改单', '凌晨查验'],
    bookDepartment: 'commerce',
    bookTopic: '重点外资项目绿色通道申请',
  }),
  category('tech', 'Technical support', '科研', ['次'], {
    subjects: ['有机种植', '环保会诊', '仓储安全', '化学品说明', '研发费用', '外资变更'],
    features: ['异味治理', '现场察看'],
    bookDepartment: 'ecology',
    bookTopic: '环保设施现场诊断服务',
  }),
  category('service', 'Done for you', '服务', ['次'], {
    subjects: ['许可帮办', '施工许可', '临时用水', '开办登记', '演出许可', '信用修复容缺'],
    features: ['医疗机构执业许可'],
    bookDepartment: 'hub',
    bookTopic: '项目落地意向登记',
  }),
  category('channel', 'Sales channels', '市场', ['柜', '摊位', '场'], {
    subjects: ['直播助销', '商场寄售', '集市'],
    features: ['不设起订量'],
    bookDepartment: 'commerce',
    bookTopic: '展会补贴申请',
  }),
  category('logistics', 'Logistics', '供应链', ['吨', '次'], {
    subjects: ['日班拼车', '冷库', '早班轮渡'],
    features: ['常温车'],
    bookDepartment: 'commerce',
    bookTopic: '对外贸易经营备案',
  }),
  category('energy', 'Energy and water', '能源', ['兆伏安', '吨'], {
    subjects: ['供电增容', '蒸汽供热'],
    features: ['站内改造测算', '余热消纳'],
    bookDepartment: 'economy',
    bookTopic: '固定资产投资项目节能审查',
  }),
];

/** Figures of some categories. */
export const specs = [
  { code: 'term-years', label: '贷款期限', labelEn: 'Term of the loan', unit: '年', categories: ['loan'] },
  { code: 'floor-load', label: '楼面承重', labelEn: 'Floor load', unit: '公斤', categories: ['factory'] },
  { code: 'height', label: '层高', labelEn: 'Clear height', unit: '米', categories: ['factory'] },
];

/** Units that count one request, one person, one parcel. */
export const unitAliases = {
  户: '次',
  项: '次',
  件: '次',
  处: '次',
  票: '次',
  组: '样',
  批: '样',
  家庭: '人',
  人次: '人',
};
