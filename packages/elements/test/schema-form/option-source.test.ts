import { describe, expect, it } from 'vitest';
import { treeSource } from '../../src/schema-form/option-source.ts';

const source = treeSource([
  { code: 'A', parent: null, label: '农、林、牧、渔业' },
  { code: 'A01', parent: 'A', label: '农业' },
  { code: 'A0111', parent: 'A01', label: '稻谷种植' },
  { code: 'C', parent: null, label: { 'zh-CN': '制造业', en: 'Manufacturing' } },
  { code: 'C26', parent: 'C', label: '化学原料和化学制品制造业' },
]);

describe('a tree of options from a list', () => {
  it('gives a level at a time, and says where it ends', async () => {
    expect((await source.children(null)).map(({ code, leaf }) => [code, leaf])).toEqual([
      ['A', false],
      ['C', false],
    ]);
    expect(await source.children('A01')).toEqual([{ code: 'A0111', label: '稻谷种植', leaf: true }]);
    expect(await source.children('A0111')).toEqual([]);
  });

  it('knows the way to a code', async () => {
    expect((await source.path('A0111')).map(({ code }) => code)).toEqual(['A', 'A01', 'A0111']);
    expect(await source.path('Z')).toEqual([]);
  });

  it('finds by name, by code and in either language, what says most first', async () => {
    const found = async (words: string) => (await source.search?.(words))?.map((path) => path[path.length - 1]?.code);
    expect(await found('制造')).toEqual(['C26', 'C']);
    expect(await found('a01')).toEqual(['A01', 'A0111']);
    expect(await found('manufact')).toEqual(['C']);
    expect(await found('化学 制品')).toEqual(['C26']);
    expect(await found('  ')).toEqual([]);
  });
});
