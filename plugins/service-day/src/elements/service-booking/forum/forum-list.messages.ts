import { defineMessages } from '@zhaoshang/elements';

const chinese = {
  title: '企业座谈会',
  lead: '每月一次，园区领导当面听企业说。议题提前公布，会后公布办理情况。',
  coming: '近期',
  past: '往期',
  none: '近期没有安排座谈会',
  noneHelp: '议题定下来会在这里公布。',
  topic: '议题：{topic}',
  topicOpen: '议题待定',
  of: '{word}，{date}',
  leader: '主持：{leader}',
  left: '余 {n} 个名额',
  full: '名额已满',
  cancelled: '已取消',
  held: '已召开',
  provisional: '暂定',
  closes: '{when} 截止报名',
  mine: '已报名，{n} 人',
  act: '报名',
  attendees: '参加人数',
  question: '想反映什么',
  questionHelp: '写清问题，会上优先答复。',
  submit: '提交报名',
  not: '先不报名',
  withdraw: '取消报名',
  minutes: '纪要',
  actions: '议定事项',
  due: '{department}，{date}前',
  done: '已办结',
  open: '办理中',
  signedUp: '报名成功，{date} {time} 见',
  withdrawn: '已取消报名',
  signIn: '登录后可以报名',
};

export type ForumMessage = keyof typeof chinese;

export const forumMessages = defineMessages<ForumMessage>({
  'zh-CN': chinese,
  en: () => import('./forum-list.messages.en.ts'),
});
