import { expect } from 'chai';
import { digestOfAnswers, recordedDigest } from './same-everywhere.ts';

describe('every solver in a page', () => {
  it('gives the answers recorded for all engines', () => {
    expect(digestOfAnswers()).to.equal(recordedDigest);
  });
});
