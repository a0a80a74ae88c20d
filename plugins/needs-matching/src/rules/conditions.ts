/** Conditions of resources and policies: stored as groups, asked as the trees of `@zhaoshang/rules` (INFO-5). */
import type { Condition } from '@zhaoshang/rules';
import type { ConditionGroups, ConditionLeaf } from '../model/config-policies.ts';
import type { EnterpriseRecord, ProjectRecord } from '../model/enterprises.ts';
import type { Need } from '../model/needs.ts';

/** Types of the qualifications in force on a day; `null` where nobody knows which there are. */
export function validQualifications(
  qualifications: EnterpriseRecord['facts']['qualifications'],
  on: string,
): string[] | null {
  return qualifications === null
    ? null
    : qualifications.filter(({ from, to }) => from <= on && (to === null || on <= to)).map(({ type }) => type);
}

/** "Holds and in force" is asked of the list that `factsOf` has made for the day. */
function leafTree({ field, op, value }: ConditionLeaf): Condition {
  return op === 'hasValid'
    ? { field: 'enterprise.validQualifications', op: 'hasAny', value: [value] }
    : { field, op, value };
}

/** `null` for no conditions at all: everybody may. */
export function conditionTree(groups: ConditionGroups): Condition | null {
  if (groups.length === 0) return null;
  return {
    all: groups.map(({ any }) =>
      any.length === 1 ? leafTree(any[0] as ConditionLeaf) : { any: any.map((leaf) => leafTree(leaf)) },
    ),
  };
}

export interface FactsOf {
  readonly enterprise?: EnterpriseRecord['facts'] | undefined;
  readonly project?: Omit<ProjectRecord, 'id' | 'version' | 'uscc' | 'title' | 'updatedAt'> | undefined;
  readonly need?: Pick<Need, 'quantity' | 'consent'> | undefined;
}

/** Facts as conditions name them. What is not known is `null` and makes a condition unknown, never true. */
export function factsOf({ enterprise, project, need }: FactsOf, on: string): Readonly<Record<string, unknown>> {
  return {
    enterprise:
      enterprise === undefined
        ? null
        : {
            kind: enterprise.kind,
            foreignInvested: enterprise.foreignInvested,
            industryCode: enterprise.industryCode,
            scale: enterprise.scale,
            employees: enterprise.employees,
            foundedOn: enterprise.foundedOn,
            townCode: enterprise.townCode,
            tags: enterprise.tags,
            qualifications: enterprise.qualifications,
            validQualifications: validQualifications(enterprise.qualifications, on),
            facts: {
              annualRevenueCny: enterprise.annualRevenueCny,
              rdRatioPct: enterprise.rdRatioPct,
              annualEnergyTce: enterprise.annualEnergyTce,
              organicCertifiedMu: enterprise.organicCertifiedMu,
              ecoScore: enterprise.ecoScore,
              credit: enterprise.credit,
            },
          },
    project:
      project === undefined
        ? null
        : {
            industryCodes: project.industryCodes,
            investmentCny: project.investmentCny,
            jobs: project.jobs,
            landMu: project.landMu,
            stage: project.stage,
            tier: project.tier,
            screen: { status: project.screenStatus },
            site: { distanceToReserveM: project.distanceToReserveM },
          },
    need: need === undefined ? null : { quantity: need.quantity, consentGiven: need.consent === null ? null : true },
  };
}
