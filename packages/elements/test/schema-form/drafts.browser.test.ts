import { createDraftStore } from '@zhaoshang/adapters/drafts.ts';
import { expect } from 'chai';
import type { FormDraft } from '../../src/schema-form/draft-keeper.ts';
import { FormPage, MemoryDrafts, person, until } from './form-page.ts';
import { sampleForm } from './sample-form.ts';

let page: FormPage;
afterEach(() => page.remove());

const contentOf = (drafts: MemoryDrafts): FormDraft | undefined =>
  [...drafts.kept.values()][0]?.content as FormDraft | undefined;

/** Half filled in, and then the tab is gone. */
async function crash(drafts: MemoryDrafts): Promise<string> {
  page = new FormPage({ drafts });
  await page.shown('需要什么');
  page.choose('category', 'site');
  page.press('下一步');
  await page.shown('具体要求');
  page.type('area', '1200');
  await until(() => contentOf(drafts)?.inputs['area'] === '1200', 'it is written without being asked for');
  page.remove();
  return contentOf(drafts)?.idempotencyKey ?? '';
}

describe('a draft', () => {
  it('is offered after a crash with its time and step, and goes on where it was', async () => {
    const drafts = new MemoryDrafts();
    await crash(drafts);
    page = new FormPage({ drafts });
    await until(() => page.find('#offer') !== null, 'it is offered');
    expect(page.text).to.match(/\d+月\d+日（星期.）\d+:\d\d 保存在本机，填到“具体要求”/);
    expect(page.find('form')).to.equal(null);
    page.press('接着填');
    await page.shown('具体要求');
    expect(page.find<HTMLInputElement>('#field-area').value).to.equal('1,200');
    await until(() => page.focused === page.find('#step-heading'), 'the heading has the focus');
    expect(page.text).to.include('草稿').and.to.include('保留 30 天');
  });

  it('is thrown away when that is wanted', async () => {
    const drafts = new MemoryDrafts();
    await crash(drafts);
    page = new FormPage({ drafts });
    await until(() => page.find('#offer') !== null, 'it is offered');
    page.press('丢弃');
    await page.shown('需要什么');
    expect(page.find<HTMLInputElement>('#field-category input[value=site]').checked).to.equal(false);
    expect(drafts.kept.size).to.equal(0);
  });

  it('is gone once it is submitted, and keeps one key until then, also across a crash', async () => {
    const drafts = new MemoryDrafts();
    const key = await crash(drafts);
    expect(key).to.match(/^form-/);
    page = new FormPage({ drafts });
    await until(() => page.find('#offer') !== null, 'it is offered');
    page.press('接着填');
    await page.shown('具体要求');
    page.press('上一步');
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('需求已登记'), 'it is done');
    expect(page.submitted.map(({ idempotencyKey }) => idempotencyKey)).to.deep.equal([key]);
    expect(drafts.kept.size).to.equal(0);
    // What waited to be written does not come back either.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(drafts.kept.size).to.equal(0);
  });

  it('is not kept on a shared device: what was there goes, and nothing is written again', async () => {
    const drafts = new MemoryDrafts();
    page = new FormPage({ drafts });
    await page.shown('需要什么');
    page.choose('category', 'land');
    await until(() => drafts.kept.size === 1, 'it is kept');
    page.find<HTMLInputElement>('#not-on-this-device').click();
    await until(() => drafts.kept.size === 0, 'it is gone');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('area', '5000');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(drafts.kept.size).to.equal(0);
    expect(page.text).to.include('没有在本机保存');
  });

  it('belongs to an account: nobody else is offered it', async () => {
    const drafts = new MemoryDrafts();
    await crash(drafts);
    page = new FormPage({ drafts });
    page.adapter.who = person('enterprise', 'somebody-else');
    await page.shown('需要什么');
    expect(page.find('#offer')).to.equal(null);
    expect(drafts.kept.size).to.equal(1);
  });

  it('of an older version keeps what still fits, and says that the form has changed', async () => {
    const drafts = new MemoryDrafts();
    await crash(drafts);
    const [what, ...others] = sampleForm.steps;
    const description = {
      ...sampleForm,
      version: 4,
      steps: [
        {
          ...(what as (typeof sampleForm.steps)[number]),
          fields: [
            {
              id: 'category',
              kind: 'choice' as const,
              label: '类别',
              options: [
                { value: 'land', label: '土地' },
                { value: 'money', label: '资金' },
              ],
            },
          ],
        },
        ...others,
      ],
    };
    page = new FormPage({ drafts, description });
    await until(() => page.find('#offer') !== null, 'it is offered');
    expect(page.text).to.include('表单已更新');
    page.press('接着填');
    await page.shown('需要什么');
    expect(page.find('input[value=land]')).to.not.equal(null);
    expect(page.flow.input('category')).to.equal('');
    expect(page.flow.input('area')).to.equal('1,200');
  });

  it('never holds what is sensitive', async () => {
    const drafts = new MemoryDrafts();
    const description = {
      ...sampleForm,
      steps: [
        {
          id: 'one',
          title: '一步',
          fields: [
            { id: 'account', kind: 'text' as const, label: '银行账号', sensitive: true },
            { id: 'bank', kind: 'text' as const, label: '开户行' },
          ],
        },
      ],
    };
    page = new FormPage({ drafts, description });
    await page.shown('一步');
    page.type('account', '6222000011112222');
    page.type('bank', '崇明支行');
    await until(() => contentOf(drafts)?.inputs['bank'] === '崇明支行', 'the other answer is kept');
    expect(JSON.stringify([...drafts.kept.values()])).not.to.include('6222');
    page.press('下一步');
    await page.shown('核对提交');
    expect(page.text).not.to.include('6222');
  });

  it('is not made by looking around, and is confirmed beside the button when it is asked for', async () => {
    const drafts = new MemoryDrafts();
    page = new FormPage({ drafts });
    await page.shown('需要什么');
    page.press('下一步');
    await until(() => page.find('.zs-error-summary') !== null, 'something is missing');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(drafts.kept.size).to.equal(0);
    page.press('保存，稍后再填');
    await until(() => page.text.includes('已保存在本机，30 天内可以接着填'), 'it is confirmed');
    expect(drafts.kept.size).to.equal(1);
    page.choose('category', 'land');
    await until(
      () => !page.text.includes('已保存在本机，30 天内'),
      'the confirmation does not outlive the next change',
    );
  });

  it('that the browser refuses to keep is said, and the form works on', async () => {
    const refused = () => Promise.reject(new DOMException('no', 'SecurityError'));
    page = new FormPage({ drafts: { read: refused, write: refused, drop: refused, clear: refused } });
    await page.fill();
    expect(page.text).to.include('不能保存草稿');
    page.press('提交需求');
    await until(() => page.text.includes('需求已登记'), 'it is done');
  });

  it('is kept in the database of the origin where nothing else is given', async () => {
    const store = createDraftStore('default');
    await store.clear();
    page = new FormPage({ setUp: (form) => (form.draftStore = undefined) });
    await page.shown('需要什么');
    page.choose('category', 'money');
    await until(() => page.text.includes('自动保存在本机'), 'it is said to be kept');
    const draft = await store.read('sample.need||s-enterprise', Date.now());
    expect((draft?.content as FormDraft | undefined)?.inputs).to.deep.equal({ category: 'money' });
    expect((draft?.expiresAt ?? 0) - (draft?.savedAt ?? 0)).to.equal(30 * 86_400_000);
    await store.clear();
  });
});
