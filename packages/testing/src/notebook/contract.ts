/** A small contract that tests of servers and adapters run on: public notes that enterprises write and change. */
import { command, defineContract, query, type EventsOf } from '@zhaoshang/kernel';
import { identifier, isoInstant, pageInput, pageOf, text, z } from '@zhaoshang/kernel/schema.ts';

export const note = z.object({
  id: identifier,
  version: z.int(),
  title: z.string(),
  tags: z.array(z.string()),
  author: z.string(),
  writtenAt: isoInstant,
});
export type NoteView = z.infer<typeof note>;

export const notebookContract = defineContract({
  name: 'notebook',
  version: 1,
  title: { 'zh-CN': '记事本', en: 'Notebook' },
  errors: {
    'notebook-full': {
      kind: 'quota',
      message: {
        'zh-CN': '每家企业最多 {limit} 条，请先删除一些。',
        en: 'At most {limit} notes per enterprise; remove some first.',
      },
      data: z.object({ limit: z.int() }),
    },
  },
  events: {
    'notebook.note-added': {
      summary: 'A note was written.',
      payload: z.object({ noteId: identifier }),
      audience: { roles: ['anyone'] },
    },
    'notebook.note-changed': {
      summary: 'A note was changed; only its author and staff hear it.',
      payload: z.object({ noteId: identifier, uscc: z.string() }),
      audience: { roles: ['department'], enterpriseField: 'uscc' },
    },
  },
  operations: {
    listNotes: query({
      summary: 'Notes, oldest first',
      requirements: ['COMM-2'],
      roles: ['anyone'],
      input: z.object({ ...pageInput, tags: z.optional(z.array(text(20))), withTags: z.optional(z.boolean()) }),
      output: pageOf(note),
    }),
    getNote: query({
      summary: 'One note',
      requirements: ['COMM-2'],
      roles: ['anyone'],
      input: z.object({ id: identifier }),
      output: note,
    }),
    exportNotes: query({
      summary: 'All notes as text',
      requirements: ['COMM-2'],
      roles: ['anyone'],
      input: z.object({}),
      output: z.object({ body: z.string() }),
      raw: { field: 'body', mediaType: 'text/plain; charset=utf-8', suffix: '.txt' },
    }),
    addNote: command({
      summary: 'Write a note',
      requirements: ['COMM-2'],
      roles: ['enterprise'],
      input: z.object({ title: text(200, 1), tags: z.optional(z.array(text(20)).check(z.maxLength(5))) }),
      output: note,
      errors: ['notebook-full'],
      events: ['notebook.note-added'],
    }),
    changeNote: command({
      summary: 'Change a note',
      requirements: ['COMM-2'],
      roles: ['enterprise'],
      versioned: true,
      input: z.object({ id: identifier, title: text(200, 1) }),
      output: note,
      events: ['notebook.note-changed'],
    }),
    sweepNotes: command({
      summary: 'Runs by the clock',
      requirements: ['COMM-2'],
      roles: ['system'],
      input: z.object({}),
      output: z.object({ swept: z.int() }),
    }),
  },
});

declare module '@zhaoshang/kernel' {
  interface EventMap extends EventsOf<typeof notebookContract> {}
}
