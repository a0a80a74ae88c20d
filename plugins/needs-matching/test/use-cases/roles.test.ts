/** Who is let in: the contract’s roles, for every operation and every role; and what a session without its facts may do. */
import { roles, type Operation, type Role } from '@zhaoshang/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { needsMatching } from '../../src/contract.ts';
import { createWorld, type World } from '../matching-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const operations = Object.entries(needsMatching.operations) as [string, Operation][];

/** How an operation with no input at all is refused. */
async function refusalOf(operation: string, kind: Operation['kind'], role: Role | null): Promise<string> {
  const session =
    role === null
      ? null
      : {
          subject: `x:${role}`,
          displayName: '',
          roles: [role],
          zone: 'chongming',
          department: 'water',
          enterprise: { uscc: '91310151MA1JY00023', name: '' },
        };
  const request = {
    plugin: 'needs-matching',
    operation,
    kind,
    input: null,
    idempotencyKey: `${operation}-${role}`,
    expectedVersion: 1,
  };
  return world.runner.run(request, { session }).then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
}

describe('every operation', () => {
  for (const [name, { kind, roles: admitted }] of operations)
    it(`${name} admits ${admitted.join(', ')} and nobody else`, async () => {
      for (const role of roles) {
        const code = await refusalOf(name, kind, role);
        const lets =
          (admitted as readonly string[]).includes('anyone') || (admitted as readonly string[]).includes(role);
        expect(code === 'forbidden', `${role}: ${code}`).toBe(!lets);
      }
      const code = await refusalOf(name, kind, null);
      expect(code === 'session-required').toBe(!(admitted as readonly string[]).includes('anyone'));
    });

  it('names the requirements it serves, and every requirement of the capability is served', () => {
    const served = new Set(operations.flatMap(([, { requirements }]) => requirements));
    for (const id of [
      'RES-1',
      'RES-2',
      'RES-3',
      'RES-5',
      'RES-7',
      'RES-8',
      'RES-9',
      'RES-10',
      'RES-11',
      'RES-13',
      'INFO-5',
      'INFO-6',
      'INFO-7',
      'INFO-10',
      'INFO-11',
      'INFO-13',
      'GEN-1',
      'GEN-10',
      'RISK-5',
      'RISK-6',
      'COMM-7',
      'OUT-2',
      'OUT-6',
    ])
      expect([...served], id).toContain(id);
  });

  it('is admitted to by name only: a specialist whose account the settings do not know works on nothing', async () => {
    const stranger = {
      subject: 'specialist:nobody',
      displayName: '',
      roles: ['specialist'] as const,
      zone: 'chongming',
      department: 'hub',
    };
    const list = await world.call({ ...stranger, roles: ['specialist'] }, 'needs', { mine: true });
    expect(list.items).toEqual([]);
  });
});
