/** The conformance scenario of the notebook contract. */
import type { Session } from '@zhaoshang/kernel';
import type { AdapterScenario, Call } from '../adapter-conformance.ts';
import { notebookContract, type NoteView } from './contract.ts';

export const notebookZone = 'testing';

const person = (subject: string, facts: Partial<Session>): Session => ({
  subject,
  displayName: subject,
  roles: [],
  zone: notebookZone,
  ...facts,
});
const anna = person('anna', { roles: ['enterprise'], enterprise: { uscc: '91310151MAYF4E010M', name: '瀛绿储能' } });
const berta = person('berta', { roles: ['enterprise'], enterprise: { uscc: '91310230MAYFF2HR91', name: '东滩芦风' } });
const desk = person('desk', { roles: ['department'], department: 'planning' });

const add = async (call: Call, n: number): Promise<NoteView> =>
  (await call('addNote', { title: `note ${n}` })).output as NoteView;

export const notebookScenario: AdapterScenario = {
  contract: notebookContract,
  actor: anna,
  command: { operation: 'addNote', input: (n) => ({ title: `note ${n}` }), events: ['notebook.note-added'] },
  versioned: {
    operation: 'changeNote',
    prepare: async (call, n) => {
      const { id, version } = await add(call, n);
      return { input: { id, title: 'changed' }, version };
    },
  },
  notFound: { operation: 'getNote', input: { id: 'nt-none' }, code: 'not-found' },
  emptyList: { operation: 'listNotes', input: {} },
  pages: {
    operation: 'listNotes',
    input: {},
    fill: async (call, n) => void (await add(call, n)),
    idOf: (row: NoteView) => row.id,
  },
  forbidden: { operation: 'addNote', input: { title: 'x' }, session: desk },
  invalid: { operation: 'addNote', input: { title: '', tags: ['x'.repeat(30)] }, pointers: ['/title', '/tags/0'] },
  live: {
    hears: null,
    private: {
      run: async (call, n) => {
        const { id, version } = await add(call, n);
        await call('changeNote', { id, title: 'changed' }, { version });
      },
      event: 'notebook.note-changed',
      hearing: desk,
      deaf: berta,
    },
  },
};
