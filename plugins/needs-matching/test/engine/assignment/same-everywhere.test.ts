import { describe, expect, it } from 'vitest';
import { digestOfAnswers, recordedDigest } from './same-everywhere.ts';

describe('every solver in Node', () => {
  it('gives the answers recorded for all engines', () => expect(digestOfAnswers()).toBe(recordedDigest));
});
