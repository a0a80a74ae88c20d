import type { RatingMessage } from './visit-rating.messages.ts';

export default {
  title: 'Rate how it went',
  level: 'How satisfied are you',
  level5: 'Very satisfied',
  level4: 'Satisfied',
  level3: 'Fairly satisfied',
  level2: 'Dissatisfied',
  level1: 'Very dissatisfied',
  why: 'Which aspects (any number)',
  comment: 'Anything else',
  commentHelp: 'The department sees it. If you are dissatisfied it contacts you; you are told by when once you submit.',
  needLevel: 'Choose how satisfied you are',
  act: 'Submit the rating',
  not: 'Later',
  supplement: 'Supplement',
  supplementHelp: 'You can add one supplement. The rating itself does not change.',
  needComment: 'Write the supplement',
  supplementAct: 'Submit the supplement',
  rated: 'Your rating: {level}',
} satisfies Record<RatingMessage, string>;
