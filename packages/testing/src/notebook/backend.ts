/** Use cases of the notebook contract. */
import {
  defineBackend,
  defineCollection,
  definePlugin,
  defineUseCases,
  instantText,
  type Document,
  type Plugin,
} from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';
import { notebookContract, type NoteView } from './contract.ts';

interface Note extends Document {
  readonly title: string;
  readonly tags: readonly string[];
  readonly author: string;
  readonly uscc: string;
  readonly writtenAt: string;
}

const notes = defineCollection<Note>({
  name: 'notebook_notes',
  fields: { uscc: 'string', writtenAt: 'string' },
  indexes: { byTime: ['writtenAt'], byEnterprise: ['uscc', 'writtenAt'] },
  personal: ['author'],
  retentionDays: 365,
  retentionIndex: 'byTime',
});

const configSchema = z.object({ version: z.string(), limitPerEnterprise: z.int() });
type Config = z.infer<typeof configSchema>;

const view = ({ id, version, title, tags, author, writtenAt }: Note): NoteView => ({
  id,
  version,
  title,
  tags: [...tags],
  author,
  writtenAt,
});

const useCases = defineUseCases<typeof notebookContract, Config>(notebookContract, {
  listNotes: {
    execute: async ({ cursor, limit = 20, tags, withTags }, { tx, fail }) => {
      const after = cursor === undefined ? undefined : await tx.get(notes, cursor);
      if (cursor !== undefined && after === undefined) fail('not-found');
      const rows = await tx.find(notes, {
        index: 'byTime',
        equals: [],
        limit: limit + 1,
        ...(after === undefined ? {} : { after }),
      });
      const page = rows.slice(0, limit);
      return {
        items: page
          .filter((row) => tags === undefined || tags.some((tag) => row.tags.includes(tag)))
          .filter((row) => withTags === undefined || row.tags.length > 0 === withTags)
          .map(view),
        nextCursor: rows.length > limit ? page[page.length - 1]!.id : null,
      };
    },
  },
  getNote: { execute: async ({ id }, { tx, fail }) => view((await tx.get(notes, id)) ?? fail('not-found')) },
  exportNotes: {
    execute: async (_input, { tx }) => ({
      body: (await tx.find(notes, { index: 'byTime', equals: [] })).map(({ title }) => `${title}\n`).join(''),
    }),
  },
  addNote: {
    serializeBy: (_input, session) => `notes/${session?.enterprise?.uscc ?? ''}`,
    execute: async ({ title, tags = [] }, { tx, session, config, now, newId, fail, emit }) => {
      const uscc = session?.enterprise?.uscc ?? fail('forbidden');
      const mine = await tx.find(notes, {
        index: 'byEnterprise',
        equals: [uscc],
        limit: config.limitPerEnterprise,
      });
      if (mine.length >= config.limitPerEnterprise) fail('notebook-full', { limit: config.limitPerEnterprise });
      const note = tx.insert(notes, {
        id: newId('nt'),
        title,
        tags,
        author: session?.displayName ?? '',
        uscc,
        writtenAt: instantText(now),
      });
      emit('notebook.note-added', { noteId: note.id });
      return view(note);
    },
  },
  changeNote: {
    execute: async ({ id, title }, { tx, session, fail, emit, expectVersion }) => {
      const note = (await tx.get(notes, id)) ?? fail('not-found');
      if (note.uscc !== session?.enterprise?.uscc) fail('forbidden');
      expectVersion(note);
      const changed = tx.update(notes, { ...note, title });
      emit('notebook.note-changed', { noteId: id, uscc: note.uscc });
      return view(changed);
    },
  },
  sweepNotes: { execute: async () => ({ swept: 0 }) },
});

export const notebookBackend = defineBackend<typeof notebookContract, Config>({
  contract: notebookContract,
  collections: [notes],
  useCases,
  configSchema,
  presets: { test: async () => ({ version: '1', limitPerEnterprise: 50 }) },
  schedule: [{ operation: 'sweepNotes', everySeconds: 60 }],
});

export const notebookPlugin: Plugin = definePlugin({
  id: 'notebook',
  version: '0.1.0',
  backend: async () => notebookBackend,
  elements: {},
});
