import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  cancelTitle: '取消这次预约？',
  cancelBody: '{when}，{n} 个部门的时段都会放出去，不能恢复。',
  cancelRule: '{until} 前可以取消。取消太多次会暂停网上预约；临时来不了也请取消，把时段留给别人。',
  reason: '原因',
  reasonHelp: '部门会看到，方便安排。',
  cancelAct: '取消预约',
  cancelNot: '先不取消',
  moveTitle: '改期',
  moveRule: '{until} 前可以改期。新时段占好后，原来的时段才放出去。',
  moveFrom: '现在是 {when}',
  moveDate: '改到哪一天',
  moveTimes: '改到几点',
  moveNone: '这一天{department}没有空闲时段，请换一天。',
  moveSame: '还没有改动，请选新的日期或时段。',
  moveNeed: '请选{department}的新时段',
  moveClash: '{time} 选了两个部门，请错开时段',
  moveAct: '改到这个时段',
  moveNot: '先不改',
  reading: '正在读取时段',
  left: '余 {n}',
  mine: '已选',
  slotName: '{time}，{state}，{department}',
  taken: '{department} {time} 刚刚被约走了，请换一个时段。',
};

export type VisitDialogMessage = keyof typeof chinese;

export const visitDialogMessages = defineMessages<VisitDialogMessage>({
  'zh-CN': chinese,
  en: () => import('./visit-dialogs.messages.en.ts'),
});
