import type { StatusMessage } from './status.messages.ts';

export default {
  errorTitle: 'This could not be loaded',
  errorHelp: 'What you entered is still here. Please try again in a moment.',
  errorPhone: 'You can also call {phone}.',
  traceId: 'Problem number {id}',
  retry: 'Try again',
  emptyTitle: 'Nothing here yet',
  offlineTitle: 'You are offline',
  offlineData: 'Below is what was known at {time}; it may have changed.',
  offlineHelp: 'It is loaded again when you are back online. Anything not confirmed stays “to be confirmed”.',
  signInTitle: 'Please sign in',
  signInHelp: 'Sign in to use this service and see your own matters.',
  signIn: 'Sign in',
  expiredTitle: 'Your sign-in has expired',
  expiredHelp: 'What you entered is still here. Sign in again and go on.',
  signInAgain: 'Sign in again',
  configTitle: 'This component is not set up correctly',
  configHelp: 'Only staff see this message. Visitors see the phone number and the guide.',
} satisfies Record<StatusMessage, string>;
