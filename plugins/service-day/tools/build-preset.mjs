/**
 * Builds presets/chongming.json and presets/chongming.seed.json from the source data of a zone.
 * Usage: node tools/build-preset.mjs <folder with departments.json, service-days.json, …>
 */
import { readFile, writeFile } from 'node:fs/promises';
import { serviceDayConfig } from '../src/model/config.ts';
import { collections } from '../src/model/records.ts';
import { addComing } from './preset-coming.mjs';
import { configFrom } from './preset-config.mjs';
import { addPast, addSlots } from './preset-past.mjs';
import { createDice, createRecords } from './preset-records.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say where the source data is: node tools/build-preset.mjs <folder>');
  process.exit(1);
}

const read = async (name) => JSON.parse(await readFile(`${folder}/${name}.json`, 'utf8'));
const [serviceDays, departments, specialists, geo, { enterprises }] = await Promise.all(
  ['service-days', 'departments', 'specialists', 'geo', 'enterprises'].map(read),
);

const config = serviceDayConfig.parse(configFrom({ serviceDays, departments, specialists, geo }));
const dice = createDice(20261123);
const records = createRecords(dice, config);
addPast(records, { serviceDays, enterprises, config, dice });
addComing(records, { enterprises, config, dice });
addSlots(records, config);

const known = new Set(collections.map(({ name }) => name));
for (const [table, rows] of Object.entries(records.tables)) {
  if (!known.has(table)) throw new Error(`No collection is called ${table}.`);
  if (new Set(rows.map(({ id }) => id)).size < rows.length) throw new Error(`${table} has an id twice.`);
  console.log(`${table}: ${rows.length}`);
}

const presets = new URL('../src/presets/', import.meta.url);
await writeFile(new URL('chongming.json', presets), `${JSON.stringify(config, null, 2)}\n`);
// One record per line: the file stays readable in a diff and is half the size.
const lines = Object.entries(records.tables).map(
  ([table, rows]) => `${JSON.stringify(table)}: [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
);
await writeFile(new URL('chongming.seed.json', presets), `{\n${lines.join(',\n')}\n}\n`);
