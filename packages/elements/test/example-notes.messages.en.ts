import type { NotesMessage } from './example-notes.messages.ts';

export default {
  title: 'Notes of the enterprise',
  none: 'No notes yet',
  count: '{n} {n|note|notes}, the latest on {when}',
  refresh: 'Read again',
} satisfies Record<NotesMessage, string>;
