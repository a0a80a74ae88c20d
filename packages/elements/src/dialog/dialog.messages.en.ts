import type { DialogMessage } from './dialog.messages.ts';

export default { close: 'Close', closeToast: 'Close message' } satisfies Record<DialogMessage, string>;
