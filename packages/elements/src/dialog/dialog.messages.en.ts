import type { DialogMessage } from './dialog.messages.ts';

export default {
  close: 'Close',
  closeToast: 'Close message',
  earlierRefused: 'What you sent just before did not go through: {reason}',
} satisfies Record<DialogMessage, string>;
