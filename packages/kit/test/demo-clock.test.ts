import type { LoadedPlugin } from '@zhaoshang/runner';
import { describe, expect, it } from 'vitest';
import { demoStart } from '../src/cli/demo-clock.ts';

const loaded = (demoNow?: string): LoadedPlugin[] => [
  { backend: {} as LoadedPlugin['backend'], config: { demoNow }, configVersion: 'test@1' },
];
const told = '2026-11-23T09:20:00+08:00';

describe('the clock of the demo', () => {
  it('is real time while the stories of the preset are fresh', () => {
    expect(demoStart(loaded(told), Date.parse('2026-11-30T12:00:00+08:00'))).toBeNull();
  });

  it('starts where the preset says once they are not', () => {
    expect(demoStart(loaded(told), Date.parse('2027-05-01T12:00:00+08:00'))).toBe(Date.parse(told));
  });

  it('is real time where no preset names a moment', () => {
    expect(demoStart(loaded(), 0)).toBeNull();
  });
});
