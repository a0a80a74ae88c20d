import { expect } from 'chai';
import { createMatcher, createWorkerMatcher } from '../../src/engine/index.ts';
import { loadGeodesy } from '../../src/engine/geo/index.ts';
import type { Port } from '../../src/engine/worker/protocol.ts';
import { digestOf, sessionDigest, sessionOf } from './same-everywhere.ts';
import { schema, weights } from './zone-schema.ts';

describe('the engine in a browser', () => {
  it('answers in the page what it answers in Node', async () => {
    expect(digestOf(await sessionOf(createMatcher({ schema, weights })))).to.equal(sessionDigest);
  });

  it('answers in a worker what it answers in Node', async () => {
    const worker = new Worker(new URL('../../src/engine/worker/matcher.worker.ts', import.meta.url), {
      type: 'module',
    });
    const matcher = await createWorkerMatcher(worker as unknown as Port, { schema, weights });
    expect(digestOf(await sessionOf(matcher))).to.equal(sessionDigest);
    worker.terminate();
  });

  it('loads the geodesics when they are asked for', async () => {
    const geodesy = await loadGeodesy();
    const at = (lon: number, lat: number) =>
      ({ geometry: { type: 'Point', coordinates: [lon, lat] }, crs: 'WGS-84', accuracyM: 0 }) as const;
    expect(geodesy.distance(at(121.9, 31.5), at(121.9, 31.6)).metres).to.be.closeTo(11_087.897, 0.01);
    expect(geodesy.toWgs84({ lon: 121.9, lat: 31.5 }, 'GCJ-02').lon).to.be.closeTo(121.8959, 0.0002);
  });
});
