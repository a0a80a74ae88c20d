import type { FormMessage } from './form.messages.ts';

export default {
  optional: ' (optional)',
  summaryTitle: '{n|One answer needs|Some answers need} your attention',
  less: 'Less: {label}',
  more: 'More: {label}',
  count: '{n} of {max} characters',
  chooseOne: 'Please choose',
} satisfies Record<FormMessage, string>;
