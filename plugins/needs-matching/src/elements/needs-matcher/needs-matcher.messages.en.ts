import type { NeedsMatcherMessage } from './needs-matcher.messages.ts';

export default {
  title: 'Needs meet resources',
  lead: 'Say what you need and see at once which resources and policies fit, why, and what is missing.',
  views: 'Needs and resources',
  viewMine: 'My needs',
  viewBenefits: 'What this zone offers',
  viewTry: 'Try it out',
  reading: 'Loading',
  signInTitle: 'Sign in to see your needs',
  signInBody: 'Signed in, you state needs, answer offers, confirm and rate. You can try it out without signing in.',
  signIn: 'Sign in',
  notEnterpriseTitle: 'This is where enterprises see their needs',
  notEnterpriseBody:
    'You are signed in as staff, who have no needs of their own. Use “Try it out” to look at resources.',
  goTry: 'Try it out',
} satisfies Record<NeedsMatcherMessage, string>;
