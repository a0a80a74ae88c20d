import * as rules from '@zhaoshang/rules';
import { formConformance, type FormScenario } from '@zhaoshang/testing/form-conformance.ts';
import { describe, expect, it } from 'vitest';
import { checkFormDescription } from '../../src/schema-form/check-description.ts';
import type { FormDescription } from '../../src/schema-form/description.ts';
import { FormSession } from '../../src/schema-form/form-session.ts';
import { sampleForm } from './sample-form.ts';

const scenarioOf = (description: FormDescription): FormScenario => ({
  problems: () => checkFormDescription(description),
  open: () => new FormSession(description, { today: () => '2026-11-20', rules }),
  answers: {
    category: 'land',
    area: '12000',
    budget: '1,250.5',
    by: '2027-03-01',
    detail: '需要临港的工业用地',
    enterprise: '瀛洲生物医药有限公司',
    uscc: '91310230MA1K31T203',
    contact: { name: '张三', role: '经理' },
    phone: '13812345678',
    files: [{ name: '说明.pdf', size: 1200, type: 'application/pdf' }],
    consent: { purpose: '联系您办理这项需求', version: '2026-11', at: '2026-11-20T02:00:00.000Z' },
  },
  refused: ({ area, contact }) => [
    ...(typeof area === 'number' ? [] : ['/need/quantity']),
    ...(contact === undefined ? ['/need/contact/name'] : []),
  ],
  fieldNames: { quantity: 'area' },
});

formConformance('the sample form', scenarioOf(sampleForm), { describe, it });

/** Titles of the tests that a scenario does not pass. */
async function failures(scenario: FormScenario): Promise<string[]> {
  const tests: [string, () => Promise<void>][] = [];
  formConformance('broken', scenario, { describe: (_name, body) => body(), it: (...test) => tests.push(test) });
  const failed: string[] = [];
  for (const [title, body] of tests) await body().catch(() => failed.push(title));
  return failed;
}

describe('the suite for forms', () => {
  const good = scenarioOf(sampleForm);

  it('finds a description that is not in order', async () => {
    const [step, ...others] = sampleForm.steps;
    const broken = {
      ...sampleForm,
      steps: [{ ...step, visibleWhen: 'phone = "1"' } as (typeof others)[number], ...others],
    };
    expect(await failures(scenarioOf(broken))).toContain('has a description without a problem');
  });

  it('finds answers that do not complete the form', async () => {
    const { phone: _, ...answers } = good.answers;
    expect(await failures({ ...good, answers })).toContain('asks for something, and is complete with the answers');
  });

  it('finds a draft that keeps what it must not, or loses what it must keep', async () => {
    expect(await failures({ ...good, sensitive: ['phone'] })).toEqual([
      'comes back from a draft as it was, except for what is sensitive',
    ]);
    const forgetful = () => Object.assign(good.open(), { keepable: () => ({}) });
    expect(await failures({ ...good, open: forgetful })).toEqual([
      'comes back from a draft as it was, except for what is sensitive',
    ]);
  });

  it('finds what the command does not take, and refusals without a field', async () => {
    expect(await failures({ ...good, refused: () => ['/area'] })).toEqual(['submits what the command takes']);
    expect(await failures({ ...good, fieldNames: {} })).toEqual(['has a field for whatever the command can miss']);
  });
});
