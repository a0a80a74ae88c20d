import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { nothing, type TemplateResult } from 'lit';

/** What a command was refused for, where it was asked; the sentence says what to do. */
export function problemNotice(problem: ZsError | undefined): TemplateResult | typeof nothing {
  return problem === undefined ? nothing : notice({ kind: 'caution', role: 'alert', title: problem.message });
}
