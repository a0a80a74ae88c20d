/**
 * Writes demo/assets/engine-sample-*.csv, the two small tables with which a reader tries the engine, from the preset.
 * Usage: node tools/engine-sample.mjs. What is personal (school places, doctors) is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { needsMatchingConfig } from '../src/model/config.ts';
import { needFacts, resourceFacts } from '../src/rules/engine-facts.ts';
import { prepareGeodesy } from '../src/rules/geodesy.ts';

const here = new URL('.', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`../src/presets/${name}.json`, here), 'utf8'));
const personal = new Set(['school', 'medical']);
const asked = new Set(['submitted', 'assigned', 'matching', 'offered', 'unmet']);
/** As the zone would ask on the morning of the demo. */
const today = '2026-11-23';

/** The two tables as rows of cells, heads first. */
export async function engineSample() {
  await prepareGeodesy();
  const config = needsMatchingConfig.parse(read('chongming'));
  const seed = read('chongming.seed');
  const nameOf = new Map(config.categories.map(({ code, name }) => [code, name]));
  const enterprises = new Map(seed.nm_enterprise.map((one) => [one.id, one]));
  const projects = new Map(seed.nm_project.map((one) => [one.id, one]));
  const needs = seed.nm_need
    .filter(({ category, state }) => !personal.has(category) && asked.has(state))
    .map((need) => {
      const surroundings = { enterprise: enterprises.get(need.uscc), project: projects.get(need.projectId) };
      return { need, facts: needFacts(config, need, surroundings, today).values };
    });
  const resources = seed.nm_resource
    .filter(({ type, state }) => !personal.has(type) && state === 'open')
    .map((resource) => ({ resource, facts: resourceFacts(config, resource, resource.capacity) }))
    .filter(({ facts }) => facts.ready !== 'no');
  /** How many of the largest needs of its category a resource can serve. */
  const shares = ({ resource, facts }) => {
    if (resource.parcel !== null) return 1;
    const like = needs.filter(({ need, facts: { unit } }) => need.category === resource.type && unit[0] === facts.unit);
    const largest = Math.max(0, ...like.map(({ need }) => need.quantity ?? 0));
    return largest === 0 ? 1 : Math.max(1, Math.min(20, Math.floor(resource.capacity / largest)));
  };
  const words = (list) => (list === null ? '' : list.length === 0 ? '无' : list.join('、'));
  return {
    resources: [
      [
        '编号',
        '名称',
        '类别',
        '数量',
        '单位',
        '份数',
        '开始',
        '结束',
        '标签',
        '特征',
        '经度',
        '纬度',
        '生态评分',
        '说明',
      ],
      ...resources.map((one) => [
        one.resource.code,
        one.resource.title,
        nameOf.get(one.resource.type),
        one.facts.amount,
        one.facts.unit,
        shares(one),
        one.facts.from,
        one.facts.to,
        words(one.facts.tags),
        words(one.facts.features),
        one.facts.place?.lon.toFixed(4),
        one.facts.place?.lat.toFixed(4),
        one.facts.eco,
        one.resource.description,
      ]),
    ],
    needs: [
      ['编号', '企业', '类别', '数量', '单位', '开始', '截止', '标签', '特征', '经度', '纬度', '需求原话'],
      ...needs.map(({ need, facts }) => [
        need.id.toUpperCase(),
        enterprises.get(need.uscc)?.shortName ?? need.enterpriseName,
        nameOf.get(need.category),
        facts.quantity,
        facts.unit[0],
        facts.from,
        facts.to,
        words(facts.tags),
        facts.features.join('、'),
        facts.place?.lon.toFixed(4),
        facts.place?.lat.toFixed(4),
        need.text,
      ]),
    ],
  };
}

/** RFC 4180 with the byte order mark by which spreadsheets know UTF-8. */
export function csvOf(rows) {
  const cell = (value) => {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sample = await engineSample();
  for (const [name, rows] of Object.entries(sample))
    writeFileSync(new URL(`../../../demo/assets/engine-sample-${name}.csv`, here), csvOf(rows));
}
