import type { NeedRatingMessage } from './need-rating.messages.ts';

export default {
  title: 'Rate how this need was met',
  supplement: 'Supplement',
  level: 'How satisfied are you?',
  level5: 'Very satisfied',
  level4: 'Satisfied',
  level3: 'Fairly satisfied',
  level2: 'Dissatisfied',
  level1: 'Very dissatisfied',
  why: 'Why',
  comment: 'Anything to add',
  commentHelp: 'If you are dissatisfied, somebody contacts you within one working day.',
  supplementHelp: 'One supplement is possible.',
  needLevel: 'Choose how satisfied you are',
  needComment: 'Write the supplement',
  act: 'Send the rating',
  supplementAct: 'Send the supplement',
  not: 'Not now',
} satisfies Record<NeedRatingMessage, string>;
