/**
 * `npm run bench` lists the benchmarks; `npm run bench -- <name> [--json] [--rounds n] [--seconds n]` runs one, `all` runs
 * every one. Figures are medians over several rounds, measured in turns with their peer, and are printed, never asserted.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Benchmark } from './support/benchmark.ts';
import { reportLines } from './support/report.ts';
import { httpHot } from './http-hot.ts';
import { httpSpread } from './http-spread.ts';
import { local1000 } from './local-1000.ts';
import { matching } from './matching.ts';
import { mount } from './mount.ts';
import { page } from './page.ts';
import { race } from './race.ts';
import { rules } from './rules.ts';

const benchmarks: readonly Benchmark[] = [httpHot, httpSpread, local1000, race, page, mount, rules, matching];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, rounds: { type: 'string' }, seconds: { type: 'string' } },
});
const wanted = positionals[0];
const chosen = wanted === 'all' ? benchmarks : benchmarks.filter(({ name }) => name === wanted);

if (wanted === undefined) {
  benchmarks.forEach(({ name, summary }) => console.log(`${name.padEnd(12)} ${summary}`));
} else if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted}". Known: ${benchmarks.map(({ name }) => name).join(', ')}, all.`);
  process.exitCode = 1;
} else {
  const results = [];
  for (const benchmark of chosen) {
    const loadBefore = loadavg()[0];
    const begun = performance.now();
    const result = await benchmark.run({
      ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
      ...(values.seconds === undefined ? {} : { seconds: Number(values.seconds) }),
    });
    const machine = {
      processors: cpus().length,
      model: cpus()[0]?.model ?? 'unknown',
      node: process.version,
      loadBefore,
      loadAfter: loadavg()[0],
    };
    const whole = {
      ...result,
      name: benchmark.name,
      tookSeconds: Math.round((performance.now() - begun) / 1000),
      machine,
    };
    results.push(whole);
    if (values.json !== true) reportLines(whole).forEach((line) => console.log(line));
  }
  if (values.json === true) console.log(JSON.stringify(wanted === 'all' ? results : results[0], null, 2));
}
