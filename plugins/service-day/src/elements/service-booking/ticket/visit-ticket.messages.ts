import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  fresh: '预约成功，{n} 个时段都已占好',
  freshOne: '预约成功，时段已占好',
  freshBody: '有变化会在“我的预约”里通知。联系电话 {phone}。',
  number: '票号',
  code: '签到码',
  qr: '签到二维码，内容是签到码 {code}',
  arrive: '到场扫码或报签到码，请提前 10 分钟',
  minutes: '{n} 分钟',
  last: '{n} 分钟，{end} 结束',
  desk: '{no} 号台',
  place: '{site}，{address}',
  calendar: '加入日历',
  isCancelled: '已取消',
  calendarCancel: '从日历删去',
  print: '打印票据',
  move: '改期',
  cancel: '取消预约',
  again: '再约一次',
  mine: '看我的预约',
  until: '{when} 前可改期或取消。',
  closed: '已过改期和取消的时间，有变化请打 {phone}。',
  bring: '请带上',
  bringLater: '可以后补',
  calendarFailed: '日历文件没有取到，请再试一次。',
  moved: '已改到 {when}',
  cancelled: '这次预约已取消，时段已放出',
  attachments: '会带来的材料：{list}',
};

export type TicketMessage = keyof typeof chinese;

export const ticketMessages = defineMessages<TicketMessage>({
  'zh-CN': chinese,
  en: () => import('./visit-ticket.messages.en.ts'),
});
