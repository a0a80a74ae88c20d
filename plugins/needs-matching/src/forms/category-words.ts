/**
 * What the categories mean in plain words, and by which words people ask for them. A category that is not here is found by its own
 * name, subjects and particulars; its form has no hint then.
 */
import type { FormText } from '@zhaoshang/elements/schema-form/description.ts';

export interface CategoryWords {
  readonly hint: FormText;
  /** Words that point to it, English ones in lower case. */
  readonly words: readonly string[];
}

const words = (zh: string, en: string, list: string): CategoryWords => ({
  hint: { 'zh-CN': zh, en },
  words: list.split(' '),
});

export const categoryWords: Readonly<Record<string, CategoryWords>> = {
  land: words(
    '买一块地自己建',
    'A parcel to build on',
    '土地 地块 拿地 用地 建厂 工业用地 一块地 自建 land parcel plot 工业地 征拆 打桩 选址 挨着一期 二期',
  ),
  factory: words(
    '租现成的厂房、车间、铺面',
    'A hall, workshop or shop that stands already',
    '厂房 车间 仓库 铺面 店面 标准厂房 租一层 平方米 平米 workshop factory hall 货梯 工坊 旧仓 门禁 堆不下 搬到 三相电',
  ),
  pilot: words(
    '做试验、小批量试产的场地和设备',
    'Space and equipment for trials and pilot runs',
    '中试 试验 测试 试产 试飞 小试 放大 发酵罐 孵化 pilot trial 洁净台 动物房 试用场地',
  ),
  loan: words(
    '银行贷款，用于生态类项目',
    'Bank loans for eco projects',
    '贷款 借款 融资 利率 流动资金 周转 loan credit 还本 抵押 质押 技改 期限 授信 额度',
  ),
  fund: words('引入股权投资、过桥资金', 'Equity or bridge money', '股权 投资人 基金 天使 种子轮 跟投 过桥 equity fund'),
  housing: words(
    '员工住的公寓、宿舍',
    'Flats and dormitories for staff',
    '公寓 宿舍 住宿 租房 住房 床位 住的地方 housing flat dormitory 睡的地方 住处 租住',
  ),
  expert: words(
    '请专家来问诊、出主意',
    'Advice by an expert',
    '专家 顾问 问诊 指导 会诊 教授 expert adviser 老师 请人看 看一眼 仪器 到现场 说不准 裂纹 水质 伦理',
  ),
  training: words(
    '招人，或培训员工',
    'Hiring, or training of staff',
    '招工 招聘 招人 用工 培训 技工 焊工 工人 recruit hire training 上岗证 护理员 女工 劳动合同 学徒 培训班 缺人',
  ),
  school: words(
    '员工子女入学、转学、插班',
    'School places for children of staff',
    '上学 入学 转学 插班 学位 孩子 子女 小孩 幼儿园 小学 初中 高中 读书 school kindergarten child',
  ),
  'study-route': words(
    '团建、研学、参观的路线',
    'Study trips and outings',
    '研学 团建 观鸟 参观 春游 秋游 亲子 路线 outing study 旅行社 轮椅 老人 农耕 半天 体验线 活动 民宿',
  ),
  'supply-chain': words(
    '找原料、配套厂、包装、处置单位',
    'Materials, suppliers, packaging, disposal',
    '供应 原料 配套 采购 供货 包装 危废 托盘 叉车 供应商 supplier material 直送 长期 账期 处置单位 有资质 求购',
  ),
  testing: words(
    '送样检测、出报告',
    'Testing of samples, with a report',
    '检测 化验 检验 送样 样品 报告 农残 test sample 盐雾 爆破 检测站 成分',
  ),
  medical: words(
    '专家号、体检',
    'Appointments with specialists, check-ups',
    '看病 就医 专家号 挂号 体检 医院 门诊 住院 doctor hospital medical',
  ),
  customs: words(
    '进出口查验、清关',
    'Inspection and clearance',
    '通关 海关 报关 清关 查验 出口 进口 customs export import',
  ),
  tech: words(
    '环保、安全、种植等技术上门',
    'Technical help on site',
    '技术 环保 整改 异味 安全 种植 施工方案 研发费用 technical 臭气 应急 安全说明书 毒性 税务 辅助帐 异响 投诉 最大储存量',
  ),
  service: words(
    '证照、许可有人帮着办',
    'Permits and licences, done for you',
    '代办 帮办 许可 证照 执照 审批 开办 注销 信用修复 permit licence 开户 社保 税票 许可证 延续 跑腿 备案 窗口',
  ),
  channel: words(
    '把产品卖出去：直播、寄售、集市',
    'Ways to sell: live streams, counters, markets',
    '销售 卖货 直播 寄售 商场 集市 摊位 渠道 展会 sell sales',
  ),
  logistics: words(
    '运货、拼车、冷库、轮渡',
    'Transport, shared trucks, cold store, ferry',
    '物流 运输 拼车 冷库 冷链 轮渡 货车 仓储 配送 transport truck 首班船 上船 不满一车 到市区 冷链车',
  ),
  energy: words(
    '增容、蒸汽、用水',
    'More power, steam, water',
    '用电 增容 电力 变压器 蒸汽 供热 用水 power steam electricity 充电桩 扩容 专线 上电 兆伏安 千瓦',
  ),
};

/** Headings of the categories in English; a group that is not here keeps its Chinese name. */
export const groupNames: Readonly<Record<string, string>> = {
  场地: 'Premises',
  资金: 'Money',
  人才: 'People',
  子女入学: 'School places',
  文旅: 'Culture and tourism',
  供应链: 'Supply and transport',
  科研: 'Research and testing',
  就医: 'Medical',
  通关: 'Customs',
  服务: 'Services',
  市场: 'Markets',
  能源: 'Energy and water',
};

/** Units in English; the zone's word where there is none. */
const units: Readonly<Record<string, string>> = {
  亩: 'mu',
  平方米: 'm²',
  工位: 'benches',
  间: 'rooms',
  台班: 'machine shifts',
  场次: 'sessions',
  架次: 'flights',
  套: 'flats',
  床位: 'beds',
  次: 'times',
  人: 'people',
  展位: 'stands',
  个: 'pieces',
  吨: 'tonnes',
  台: 'machines',
  家: 'firms',
  样: 'samples',
  人次: 'visits',
  柜: 'counters',
  摊位: 'stalls',
  场: 'events',
  兆伏安: 'MVA',
  公斤: 'kg',
  米: 'm',
  年: 'years',
};
export const unitName = (unit: string): FormText => ({ 'zh-CN': unit, en: units[unit] ?? unit });
