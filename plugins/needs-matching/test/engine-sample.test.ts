/** The tables with which a reader tries the engine are what the preset says, and everything personal is left out. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvOf, engineSample } from '../tools/engine-sample.mjs';

describe('the sample of the try-it page', async () => {
  const sample = await engineSample();

  it.each(['resources', 'needs'] as const)('%s: the file is what `tools/engine-sample.mjs` writes', (name) => {
    const file = new URL(`../../../demo/assets/engine-sample-${name}.csv`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(csvOf(sample[name]));
  });

  it('has no school places and no doctors', () => {
    const said = [...sample.resources, ...sample.needs].flat().map(String);
    expect(said.length).toBeGreaterThan(1_000);
    expect(said.filter((cell) => /学位|就医通道/.test(cell))).toEqual([]);
  });
});
