import type { PreviewMessage } from './preview.messages.ts';

export default {
  title: 'What fits now',
  chooseFirst: 'Choose what you need, and what the zone has for it is listed here at once. Nothing is reserved by it.',
  reading: 'Comparing',
  fits: '{compared} {compared|resource|resources} compared, {n} fitting',
  assumed: 'No deadline yet: compared until {date}',
  verify: 'To be verified first',
  near: 'Nearly fitting',
  none: 'Nothing fits. Submit it all the same: the specialist looks for it, and the centre is told of what is not found.',
  asOf: 'As of {when}',
  failed: 'The comparison failed; go on filling in. {reason}',
  again: 'Compare again',
  found: '{items} fitting, {verify} to be verified, {near} nearly fitting',
} satisfies Record<PreviewMessage, string>;
