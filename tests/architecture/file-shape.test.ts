import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const shipped = sourceFiles.filter((file) => /^(packages|plugins)\/[^/]+\/src\//.test(file.path) && !file.isTest);
const lengths = shipped.map((file) => file.lines).sort((a, b) => a - b);
const quantile = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;

describe('files', () => {
  it('are short: median at most 150 lines, nine of ten at most 350', () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(150);
    expect(quantile(0.9)).toBeLessThanOrEqual(350);
  });

  it('have at most 500 lines', () => {
    expect(sourceFiles.filter((file) => file.lines > 500).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|mjs|js)$/;
    expect(sourceFiles.map((file) => file.path).filter((path) => !kebab.test(basename(path)))).toEqual([]);
  });

  it('say in their name what they are about', () => {
    const empty = /(^|\/|-)(utils?|helpers?|misc|common|stuff)(\.|\/|-|$)/;
    expect(sourceFiles.map((file) => file.path).filter((path) => empty.test(path))).toEqual([]);
  });
});
