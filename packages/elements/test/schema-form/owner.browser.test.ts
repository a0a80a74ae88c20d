import { expect } from 'chai';
import type { FormDescription } from '../../src/schema-form/description.ts';
import type { SchemaFormElement } from '../../src/schema-form/schema-form.ts';
import { FormPage, MemoryDrafts, person, until } from './form-page.ts';
import { sampleForm } from './sample-form.ts';

let page: FormPage;
afterEach(() => page.remove());

const [what, details, contact] = sampleForm.steps as [
  FormDescription['steps'][number],
  FormDescription['steps'][number],
  FormDescription['steps'][number],
];
/** The same form on one page. */
const atOnce: FormDescription = {
  ...sampleForm,
  steps: [{ id: 'all', title: '全部', fields: [...what.fields, ...details.fields, ...contact.fields] }],
};

describe('what the owner of a form does with it', () => {
  it('arranges it anew: answers, key and draft stay, and the step is the first where it is gone', async () => {
    const drafts = new MemoryDrafts();
    page = new FormPage({ drafts });
    await page.shown('需要什么');
    page.choose('category', 'site');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('area', '1200');
    const key = page.flow.idempotencyKey;
    page.form.description = atOnce;
    await page.shown('全部');
    expect(page.find<HTMLInputElement>('#field-area').value).to.equal('1200');
    expect(page.find('#offer')).to.equal(null);
    expect(page.flow.idempotencyKey).to.equal(key);
    page.form.description = sampleForm;
    await page.shown('需要什么');
    expect(page.form.values['area']).to.equal(1200);
    await until(() => drafts.kept.size === 1, 'its draft is kept');
  });

  it('closes it for a form of another name', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    page.choose('category', 'site');
    page.form.description = { ...sampleForm, id: 'another' };
    await until(() => page.flow?.input('category') === '', 'it is empty');
  });

  it('begins with the answers of a record; what fits nothing is left', async () => {
    const initial = { category: 'site', area: 900, nonsense: 'x', phone: '13812345678' };
    page = new FormPage({ setUp: (form) => (form.initial = initial) });
    await page.shown('需要什么');
    expect(page.form.values).to.include({ category: 'site', area: 900 });
    expect(page.form.values).not.to.have.property('nonsense');
    page.press('下一步');
    await page.shown('具体要求');
    expect(page.find<HTMLInputElement>('#field-area').value).to.equal('900');
  });

  it('suggests, and what is taken up is an answer like any other', async () => {
    const setUp = (form: SchemaFormElement) =>
      (form.advise = (field, values) =>
        field === 'category' && values['category'] !== 'land'
          ? { text: '看起来是土地', acts: [{ word: '选土地', run: () => form.answer({ category: 'land' }) }] }
          : undefined);
    page = new FormPage({ setUp });
    const changed: unknown[] = [];
    page.form.addEventListener('zs-form-changed', ({ field, values }) => changed.push([field, values['category']]));
    await page.shown('需要什么');
    expect(page.find('#advice-category').textContent).to.include('看起来是土地');
    page.press('选土地');
    await until(() => page.find('#advice-category') === null, 'the advice is followed');
    expect(page.find<HTMLInputElement>('#field-category input[value=land]').checked).to.equal(true);
    expect(changed).to.deep.equal([['', 'land']]);
  });

  it('refuses: it is what is wrong with the answer, said once, and nothing is submitted', async () => {
    const setUp = (form: SchemaFormElement) =>
      (form.advise = (field, values) =>
        field === 'detail' && String(values['detail']).includes('秘密')
          ? { text: '请删去秘密', refuses: true }
          : undefined);
    page = new FormPage({ setUp });
    await page.shown('需要什么');
    page.choose('category', 'site');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('area', '1200');
    page.type('by', '2027-03-01');
    page.type('detail', '这是一个秘密的厂房需求');
    page.press('下一步');
    await until(() => page.focused?.matches('.zs-error-summary') === true, 'it is summed up');
    expect(page.find('#field-detail-error').textContent).to.include('请删去秘密');
    expect(page.find('#advice-detail')).to.equal(null);
    page.type('detail', '这是一个普通的厂房需求');
    page.press('下一步');
    await page.shown('企业和联系人');
  });

  it('groups options under headings, each group named', async () => {
    const fields = what.fields.map((field) =>
      field.kind === 'choice'
        ? { ...field, options: field.options.map((option, at) => ({ ...option, group: at === 0 ? '场所' : '其他' })) }
        : field,
    );
    page = new FormPage({ description: { ...sampleForm, steps: [{ ...what, fields }, details, contact] } });
    await page.shown('需要什么');
    const groups = [...(page.form.shadowRoot?.querySelectorAll('#field-category [role=group]') ?? [])];
    const names = groups.map((group) => page.find(`#${group.getAttribute('aria-labelledby') ?? ''}`).textContent);
    expect(names).to.deep.equal(['场所', '其他']);
  });
});

describe('a draft of somebody who went away to sign in', () => {
  it('is theirs when they come back, and nobody else finds it', async () => {
    const drafts = new MemoryDrafts();
    const visit = (who: FormPage['adapter']['who']) => {
      page = new FormPage({ drafts });
      page.adapter.who = who;
    };
    visit(null);
    await page.shown('需要什么');
    page.choose('category', 'site');
    await until(() => drafts.kept.size === 1, 'it is kept');
    page.remove();
    visit(person('enterprise', 's-1'));
    await until(() => page.find('#offer') !== null, 'it is offered');
    expect([...drafts.kept.keys()]).to.deep.equal([`${sampleForm.id}||s-1`]);
    page.remove();
    visit(null);
    await page.shown('需要什么');
    expect(page.find('#offer')).to.equal(null);
  });
});
