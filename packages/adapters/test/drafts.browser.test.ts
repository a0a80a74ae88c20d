import { expect } from 'chai';
import { createDraftStore } from '../src/drafts.ts';

const draft = (id: string, expiresAt: number, content: unknown = { a: 1 }) =>
  ({ id, version: 1, content, savedAt: 1_000, expiresAt }) as const;

describe('drafts on a device', () => {
  const store = createDraftStore('drafts-test');
  afterEach(() => store.clear());

  it('are read back as they were written, also by another page', async () => {
    await store.write(draft('form|me', 5_000, { inputs: { name: '张三', list: ['a'] } }));
    const found = await createDraftStore('drafts-test').read('form|me', 2_000);
    expect(found?.content).to.deep.equal({ inputs: { name: '张三', list: ['a'] } });
    expect(await store.read('form|somebody-else', 2_000)).to.equal(undefined);
  });

  it('are replaced by what is written later, and gone once dropped', async () => {
    await store.write(draft('one', 5_000, 'first'));
    await store.write(draft('one', 6_000, 'second'));
    expect((await store.read('one', 2_000))?.content).to.equal('second');
    await store.drop('one');
    expect(await store.read('one', 2_000)).to.equal(undefined);
  });

  it('are never given out past their day, and removed when anything is read', async () => {
    await store.write(draft('old', 3_000));
    await store.write(draft('new', 9_000));
    expect(await store.read('new', 3_000)).not.to.equal(undefined);
    // Not even to a clock that goes back.
    expect(await store.read('old', 1_000)).to.equal(undefined);
  });

  it('of zones are apart', async () => {
    await store.write(draft('one', 5_000));
    expect(await createDraftStore('drafts-other').read('one', 2_000)).to.equal(undefined);
  });
});
