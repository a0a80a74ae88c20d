/**
 * Writes presets/chongming.json from the source data of the sample zone and presets/chongming-details.json.
 * Usage: node test/engine/build-chongming.mjs <folder with needs.json, resources.json, enterprises.json, projects.json>
 */
import { readFile, writeFile } from 'node:fs/promises';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say where the source data is: node test/engine/build-chongming.mjs <folder>');
  process.exit(1);
}
const read = async (name) => JSON.parse(await readFile(`${folder}/${name}.json`, 'utf8'));
const [{ resources, asOf }, { needs }, { enterprises }, { projects }] = await Promise.all(
  ['resources', 'needs', 'enterprises', 'projects'].map(read),
);
const { offers, asks } = JSON.parse(await readFile(new URL('presets/chongming-details.json', import.meta.url), 'utf8'));

/** Whole plots are sold whole: one is taken that is not a quarter larger than asked. */
const largestLot = 1.25;
/** 套 and 套 can be counted against each other; 人 and 人/天 cannot: nobody says on how many days. */
const countable = (need) => resources.some(({ type, unit }) => type === need.category && unit === need.unit);
const point = (location) => ({
  lon: location.point.coordinates[0],
  lat: location.point.coordinates[1],
  accuracyM: location.accuracyM,
});

const rows = resources.map((one) => ({
  id: one.id,
  category: one.type,
  available: one.available,
  areaMu: one.parcel?.areaMu ?? null,
  ready: one.parcel === undefined ? null : one.parcel.ready ? ['熟地'] : [],
  from: one.window.from,
  to: one.window.to,
  tags: one.tags,
  features: offers[one.id] ?? [],
  conditions: one.conditions,
  place: point(one.location),
  title: one.title,
  description: one.description,
}));
const asked = needs.map((need) => {
  const enterprise = enterprises.find(({ id }) => id === need.enterpriseId);
  const project = projects.find(({ id }) => id === need.projectId);
  const { requires = [], amount = true } = asks[need.id] ?? {};
  const isLand = need.category === 'land';
  const { kind, foreignInvested, industryCode, scale, employees, foundedOn, tags, facts, qualifications } = enterprise;
  const place = project?.site ?? enterprise.site ?? undefined;
  return {
    id: need.id,
    expected: need.expected,
    candidate: need.candidateResourceId,
    text: need.text,
    asOf,
    values: {
      category: need.category,
      amount: isLand ? 1 : amount && countable(need) ? need.quantity : null,
      areaFrom: isLand ? need.quantity : null,
      areaTo: isLand ? need.quantity * largestLot : null,
      ready: isLand ? ['熟地'] : [],
      from: need.submittedAt.slice(0, 10),
      deadline: need.deadline,
      requires,
      tags,
      place: place?.point === undefined ? null : point(place),
    },
    facts: {
      enterprise: { kind, foreignInvested, industryCode, scale, employees, foundedOn, tags, facts, qualifications },
      ...(project === undefined
        ? {}
        : {
            project: {
              stage: project.stage,
              tier: project.tier,
              jobs: project.jobs,
              landMu: project.landMu,
              industryCodes: project.industryCodes,
              screen: { status: project.screen.status },
            },
          }),
      need: { quantity: need.quantity, consentGiven: need.consentGiven },
    },
  };
});
const lines = (list) => list.map((one) => `  ${JSON.stringify(one)}`).join(',\n');
await writeFile(
  new URL('presets/chongming.json', import.meta.url),
  `{"asOf":"${asOf}","resources":[\n${lines(rows)}\n],"needs":[\n${lines(asked)}\n]}\n`,
);
console.log(`${rows.length} resources, ${asked.length} needs`);
