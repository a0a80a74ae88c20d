import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  reading: '正在打开表单',
  sessionRequired: '请先登录，已填写的内容会保留。',
  stated: '需求已提交',
  changed: '修改已保存',
  fitNow: '现在能对上 {n} 项资源',
  fitNone: '现在没有能直接对上的资源',
  fitVerify: '{n} 项待核实',
  fitLook: '看一看',
  category: '按您写的，选了“{name}”。',
  categoryOthers: '按您写的，选了“{name}”。也可能是：',
  categoryPerhaps: '按您写的，可能是：',
  amount: '按您写的，填了 {amount}，不对请改。',
  tags: '您写的内容提到了这些，可以加上：',
  addTag: '加上 {name}',
  clear: '删去这段话',
  traceIdentity: '“{words}”是证件号码，请删去。办理需要时，专员会当面核对。',
  traceName: '“{words}”看起来是姓名，请删去，写“一名员工”“员工的孩子”就可以。',
  tracePhone: '“{words}”是手机号码，请删去。专员按企业登记的方式联系您。',
  traceIllness: '“{words}”看起来是病情，请删去，只写要哪个科室、什么时间。',
  fileTrace: '材料“{name}”看起来有个人信息，请换成不含姓名、证件和病历的材料。',
};
export type FillingMessage = keyof typeof chinese;

export const fillingMessages = defineMessages<FillingMessage>({
  'zh-CN': chinese,
  en: () => import('./filling.messages.en.ts'),
});
