/**
 * Matching as a scenario of `adapterConformance`: an adapter that passes it carries this plugin. It asks the backend for its
 * categories, so it works for any zone, with the demo's records or without.
 */
import type { Session } from '@zhaoshang/kernel';
import type { AdapterScenario, Call } from '@zhaoshang/testing/adapter-conformance.ts';
import { needsMatching } from './contract.ts';

interface Catalogue {
  readonly categories: readonly {
    readonly code: string;
    readonly personal: unknown;
    readonly site: boolean;
    readonly units: readonly string[];
  }[];
  readonly providers: readonly { readonly code: string }[];
}
interface NeedFacts {
  readonly id: string;
  readonly version: number;
}

/** A code of GB 32100-2015's form that no preset uses. */
const uscc = '91310151MA1JY00023';

const acting = (zone: string, roles: Session['roles'], number: number): Session => ({
  subject: `conformance:${number}`,
  displayName: '示例',
  roles,
  zone,
  department: 'hub',
  enterprise: { uscc: number === 1 ? uscc : '91350100M000100Y43', name: `示例企业${number}` },
});

/** The first category that asks for nothing personal. */
async function plainCategory(
  call: Call,
): Promise<{ readonly category: Catalogue['categories'][number]; readonly catalogue: Catalogue }> {
  const catalogue = (await call('catalogue', {})).output as Catalogue;
  const category = catalogue.categories.find(({ personal, site }) => personal === null && !site);
  if (category === undefined) throw new Error('Conformance: the zone has no category without a personal record.');
  return { category, catalogue };
}

async function needFor(call: Call, n: number): Promise<Record<string, unknown>> {
  const { category } = await plainCategory(call);
  return {
    category: category.code,
    text: `第 ${n} 件事`,
    quantity: null,
    unit: '',
    deadline: '2099-12-31',
    urgency: 'normal',
    townCode: null,
    projectId: null,
    tags: [],
    subjects: [],
    features: [],
    specs: [],
    confidentiality: 'internal',
    personal: null,
    consent: null,
  };
}

const draft = async (call: Call, n: number): Promise<NeedFacts> =>
  (await call('draftNeed', await needFor(call, n))).output as NeedFacts;

export function needsMatchingScenario(zone = 'chongming'): AdapterScenario {
  const actor = acting(zone, ['enterprise', 'centre'], 1);
  const other = acting(zone, ['enterprise'], 2);
  let made = 0;
  return {
    contract: needsMatching,
    actor,
    command: {
      operation: 'createResource',
      input: async (n: number, call: Call) => {
        const { category, catalogue } = await plainCategory(call);
        made += 1;
        return {
          code: `CF-${n}-${made}`,
          type: category.code,
          title: `示例资源 ${n}-${made}`,
          provider: catalogue.providers[0]?.code ?? 'hub',
          unit: category.units[0] ?? '次',
          per: 'once',
          capacity: 10,
          reserved: 0,
          window: { from: '2026-01-01', to: '2099-12-31' },
          price: '',
          tags: [],
          subjects: [],
          features: null,
          specs: [],
          townCode: null,
          place: null,
          conditions: [],
          perRequestMax: null,
          description: '',
          parcel: null,
          loan: null,
          trial: null,
          school: null,
        };
      },
      events: ['needs-matching.resource-changed'],
    },
    versioned: {
      operation: 'submitNeed',
      prepare: async (call, n) => {
        const need = await draft(call, n);
        return { input: { needId: need.id }, version: need.version };
      },
    },
    notFound: { operation: 'need', input: { needId: 'nd-none' }, code: 'not-found' },
    emptyList: { operation: 'myNeeds', input: {} },
    pages: {
      operation: 'myNeeds',
      input: {},
      fill: async (call, n) => void (await draft(call, n)),
      idOf: (row: NeedFacts) => row.id,
    },
    forbidden: { operation: 'exportResources', input: {}, session: other },
    invalid: {
      operation: 'draftNeed',
      input: {
        category: 'pilot',
        text: '',
        quantity: -1,
        unit: '',
        deadline: '2026-02-30',
        urgency: 'now',
        townCode: null,
        projectId: null,
        tags: [],
        subjects: [],
        features: [],
        specs: [],
        confidentiality: 'internal',
        personal: null,
        consent: null,
      },
      pointers: ['/quantity', '/deadline', '/urgency'],
    },
    live: {
      hears: null,
      private: { run: draft, event: 'needs-matching.need-changed', hearing: actor, deaf: other },
    },
  };
}
