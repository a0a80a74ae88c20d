/** The worked example of docs/guide/forms.md is what it says. */
import { readFileSync } from 'node:fs';
import * as rules from '@zhaoshang/rules';
import { describe, expect, it } from 'vitest';
import { checkFormDescription } from '../../src/schema-form/check-description.ts';
import type { FormDescription } from '../../src/schema-form/description.ts';
import { FormSession } from '../../src/schema-form/form-session.ts';
import type { FormSubmission } from '../../src/schema-form/values.ts';

const guide = readFileSync(new URL('../../../../docs/guide/forms.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text ?? '') as unknown);
const [description, submission] = blocks as [FormDescription, FormSubmission];

describe('the example of the guide', () => {
  const form = new FormSession(description, { today: () => '2026-11-20', rules });

  it('is a form that can be opened', () => {
    expect(blocks).toHaveLength(2);
    expect(checkFormDescription(description)).toEqual([]);
  });

  it('submits what it says', () => {
    form.prefill({
      'enterprise.name': { value: '瀛洲生物医药有限公司', source: '企业档案', asOf: '2026-11-16' },
    });
    form.set('use', 'office');
    form.set('area', '800');
    form.set('rent', '12,345.6');
    form.set('enterprise', '瀛洲生物医药（上海）有限公司');
    form.set('phone', '138 1234 5678');
    form.set('consent', { purpose: '联系您看场地', version: '2026-11', at: '2026-11-20T02:00:00.000Z' });
    expect(form.faults().size).toBe(0);
    expect(form.submission()).toEqual(submission);
  });

  it('asks for the height of a plant, and for one that is high enough', () => {
    form.set('use', 'plant');
    expect([...form.faults().keys()]).toEqual([]);
    form.set('area', '2000');
    expect([...form.faults().keys()]).toEqual(['height']);
    form.set('height', '2.9');
    expect([...form.faults().values()]).toEqual([
      { text: { 'zh-CN': '层高：生产用房不低于 3 米', en: 'Clear height: 3 m or more for production' } },
    ]);
    form.set('height', '3');
    expect(form.faults().size).toBe(0);
  });

  it('names every kind of field', async () => {
    const { sampleForm } = await import('./sample-form.ts');
    const kinds = new Set(sampleForm.steps.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
    for (const kind of [...kinds, 'workday', 'cascade']) expect(guide).toContain(`| \`${kind}\``);
  });
});
