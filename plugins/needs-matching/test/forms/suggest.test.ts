/** What the words of a need suggest, and what they give away (GEN-10, RES-11). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentityNumber, personalTraces } from '../../src/forms/personal-data.ts';
import { readAmount, readNumber, suggestCategories, suggestTags } from '../../src/forms/suggest.ts';
import { centre, createWorld } from '../matching-world.ts';

const world = await createWorld();
const catalogue = await world.call(null, 'catalogue', {});

describe('a category suggested from words', () => {
  it.each([
    ['想在陈家镇租一层两千平方米的厂房做总装', 'factory'],
    ['两个员工的孩子明年要转学，一个小学一个初中', 'school'],
    ['需要一笔技改贷款，利率低一点', 'loan'],
    ['焊工招不到人', 'training'],
    ['有一批货要清关，能不能凌晨查验', 'customs'],
    ['Looking for a pilot line for batteries', 'pilot'],
  ])('%s', (text, code) => expect(suggestCategories(text, catalogue)[0]).toBe(code));

  it('is the category of the need itself for most needs of the sample zone, and among the three for nearly all', async () => {
    const { items } = await world.call(centre, 'needs', { limit: 100 } as never);
    const told = items.filter(({ text, personal }) => text !== '' && personal === null);
    expect(told.length).toBeGreaterThan(50);
    const first = told.filter(({ text, category }) => suggestCategories(text, catalogue)[0] === category);
    const among = told.filter(({ text, category }) => suggestCategories(text, catalogue).includes(category));
    expect(first.length / told.length).toBeGreaterThan(0.6);
    expect(among.length / told.length).toBeGreaterThan(0.75);
  });

  it('is none for words that say nothing', () => expect(suggestCategories('你好，在吗', catalogue)).toEqual([]));
});

describe('tags suggested from words', () => {
  it('are found by synonyms, and not those that are chosen', () => {
    expect(suggestTags('做钠电和风电的机器人', [], catalogue)).toEqual(['新能源', '储能', '智能制造']);
    expect(suggestTags('做钠电和风电', ['储能'], catalogue)).toEqual(['新能源']);
  });
});

describe('an amount in words', () => {
  it.each([
    ['三千六百', 3600],
    ['十二', 12],
    ['两万三千', 23_000],
    ['一百零五', 105],
    ['3.5万', 35_000],
    ['12,000', 12_000],
  ])('%s is %d', (text, value) => expect(readNumber(text)).toBe(value));

  it('is read with its unit, and not without', () => {
    expect(readAmount('要三千六百平米左右', ['平方米'])).toEqual({ value: 3600, unit: '平方米' });
    expect(readAmount('想要 12.5 亩地', ['亩'])).toEqual({ value: 12.5, unit: '亩' });
    expect(readAmount('2027 年以前', ['亩'])).toBeUndefined();
  });
});

describe('what a text must not hold', () => {
  it.each([
    ['员工王小明要转学', 'name', '王小明'],
    ['孩子叫李雨桐，今年七岁', 'name', '李雨桐'],
    ['患者姓名：张伟', 'name', '张伟'],
    ['证件号 11010519491231002X', 'identity', '11010519491231002X'],
    ['请打 13812345678', 'phone', '13812345678'],
    ['有糖尿病，想挂专家号', 'illness', '有糖尿病'],
  ])('%s', (text, kind, words) => expect(personalTraces(text)).toContainEqual({ kind, words }));

  it.each([
    '想租一层厂房做无人机总装，要能进九米的挂车',
    '一名员工的孩子，小学三年级',
    '员工宿舍要离江边远一点，方便上夜班',
    '张江高科的配套厂',
  ])('nothing in: %s', (text) => expect(personalTraces(text)).toEqual([]));

  it('gives no alarm on the needs of the sample zone, which hold no personal data', async () => {
    const { items } = await world.call(centre, 'needs', { limit: 100 } as never);
    const alarms = items.filter(({ text, personal }) => personal === null && personalTraces(text).length > 0);
    expect(alarms.map(({ text }) => text)).toEqual([]);
  });

  it('takes an identity number only by its check character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (at) => {
        const number = `11010519491231002${'0123456789X'[at]}`;
        expect(isIdentityNumber(number)).toBe(at === 10);
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});
