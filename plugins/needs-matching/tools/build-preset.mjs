/**
 * Builds presets/chongming.json and presets/chongming.seed.json from the source data of a zone.
 * Usage: node tools/build-preset.mjs <folder with needs.json, resources.json, …>
 */
import { readFile, writeFile } from 'node:fs/promises';
import { needsMatchingConfig } from '../src/model/config.ts';
import { collections } from '../src/model/records.ts';
import { prepareGeodesy } from '../src/rules/geodesy.ts';
import { matchable, toThousandths } from '../src/rules/quantities.ts';
import { configFrom } from './preset-config.mjs';
import { calendarOf, matchesFrom, needFrom } from './preset-needs.mjs';
import { enterpriseFrom, projectFrom, resourceFrom } from './preset-records.mjs';
import { addStories } from './preset-stories.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say where the source data is: node tools/build-preset.mjs <folder>');
  process.exit(1);
}

const read = async (name) => JSON.parse(await readFile(`${folder}/${name}.json`, 'utf8'));
const [departments, specialists, resourceFile, needFile, policies, lists, geo, enterpriseFile, projectFile] =
  await Promise.all(
    ['departments', 'specialists', 'resources', 'needs', 'policies', 'lists', 'geo', 'enterprises', 'projects'].map(
      read,
    ),
  );
await prepareGeodesy();

const config = needsMatchingConfig.parse(
  configFrom({ departments, specialists, resources: resourceFile, needs: needFile, policies, lists, geo }),
);
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const resources = byId(resourceFile.resources.map((source) => resourceFrom(source, config)));
const enterprises = byId(enterpriseFile.enterprises.map(enterpriseFrom));
const projects = byId(projectFile.projects.map(projectFrom));
const calendar = calendarOf();
const sources = needFile.needs.map((need) => ({ ...need, enterpriseName: enterprises.get(need.enterpriseUscc).name }));
const needs = byId(sources.map((source) => needFrom(source, config, calendar)));
const taken = new Map();
const matches = matchesFrom(sources, needs, { resources, enterprises, projects, config, taken });

const tables = {
  nm_resource: [...resources.values()],
  nm_stock: [...resources.values()].map((resource) => {
    const [capacity, gone] = [matchable(resource), toThousandths(taken.get(resource.id) ?? 0)];
    if (gone > capacity) throw new Error(`${resource.id}: more is promised than there is.`);
    const low = capacity > 0 && (capacity - gone) * 100 <= capacity * config.lowCapacityPct;
    return { id: resource.id, capacity, taken: gone, low, revision: 1 };
  }),
  nm_enterprise: [...enterprises.values()],
  nm_project: [...projects.values()],
  nm_need: [...needs.values()],
  nm_match: matches,
};
addStories(tables, { config, stories: projectFile.stories, needs });

const known = new Set(collections.map(({ name }) => name));
for (const [table, rows] of Object.entries(tables)) {
  if (!known.has(table)) throw new Error(`No collection is called ${table}.`);
  if (new Set(rows.map(({ id }) => id)).size < rows.length) throw new Error(`${table} has an id twice.`);
  console.log(`${table}: ${rows.length}`);
}

const presets = new URL('../src/presets/', import.meta.url);
await writeFile(new URL('chongming.json', presets), `${JSON.stringify(config, null, 2)}\n`);
// One record per line: the file stays readable in a diff and is half the size.
const lines = Object.entries(tables).map(
  ([table, rows]) => `${JSON.stringify(table)}: [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
);
await writeFile(new URL('chongming.seed.json', presets), `{\n${lines.join(',\n')}\n}\n`);
