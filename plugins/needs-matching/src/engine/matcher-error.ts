/** What the engine refuses, in stable codes with a sentence for people. */
const sentences = {
  'too-many-resources': '资源条数超过上限，请分批或分区导入。',
  'too-many-needs': '需求条数超过上限，请缩小范围后再统筹。',
  'too-many-categories': '需求类别超过 2,000 个，无法预测，请先归并类别。',
  'bad-schema': '匹配方案有误，请检查字段、条件与权重。',
  'lock-needs-reason': '锁定的配对不满足硬性条件，须写明理由。',
  'unknown-pair': '锁定的配对中有不存在的需求或资源。',
  'lock-over-capacity': '锁定的配对超过了资源的余量。',
} as const;

export type MatcherErrorCode = keyof typeof sentences;

export class MatcherError extends Error {
  override readonly name = 'MatcherError';
  readonly code: MatcherErrorCode;
  /** Figures and names that belong to the sentence. */
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: MatcherErrorCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(sentences[code]);
    this.code = code;
    this.facts = facts;
  }
}
