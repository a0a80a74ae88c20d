/** The distance rules of the zone (RISK-5) and the self-check over them (RISK-6). Which rules hold, the date says (GEN-8). */
import { keepsDistance, type Distance } from '../engine/geo/index.ts';
import type { ScreenRule } from '../model/config-geo.ts';

export const inForce = (rule: ScreenRule, on: string): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo);

export const concerns = ({ industryPrefix }: ScreenRule, industries: readonly string[]): boolean =>
  industryPrefix === null || industries.some((code) => industryPrefix.some((prefix) => code.startsWith(prefix)));

/** Metres these industries must keep from each layer; `null`: no rule speaks of them. */
export function clearancesFor(
  rules: readonly ScreenRule[],
  industries: readonly string[],
  on: string,
): { readonly reserve: number | null; readonly yangtze: number | null } {
  const most = (layer: 'reserve' | 'yangtze'): number | null => {
    const kept = rules
      .filter(
        (rule) => rule.layer === layer && rule.effect === 'veto' && inForce(rule, on) && concerns(rule, industries),
      )
      .map(({ atLeastM }) => atLeastM ?? 0);
    return kept.length === 0 ? null : Math.max(...kept);
  };
  return { reserve: most('reserve'), yangtze: most('yangtze') };
}

export interface ScreenFinding {
  readonly rule: ScreenRule;
  readonly verdict: 'hit' | 'kept' | 'undetermined';
  readonly distance: Distance | null;
}

/** Nearer than this counts as inside, for rules about being inside. */
const insideM = 0.01;

/** `kept` from exactly the distance on (不少于); within the uncertainty of it, nobody can tell; a site that is not known decides nothing. */
export function judgeDistance(atLeastM: number, distance: Distance | undefined): ScreenFinding['verdict'] {
  if (distance === undefined) return 'undetermined';
  const verdict = keepsDistance(distance, Math.max(insideM, atLeastM));
  return verdict === 'pass' ? 'kept' : verdict === 'fail' ? 'hit' : 'undetermined';
}

export function screen(
  rules: readonly ScreenRule[],
  industry: string,
  distances: { readonly reserve?: Distance | undefined; readonly yangtze?: Distance | undefined },
  on: string,
): { readonly status: 'pass' | 'restricted' | 'vetoed' | 'undetermined'; readonly findings: readonly ScreenFinding[] } {
  const findings = rules
    .filter((rule) => inForce(rule, on) && concerns(rule, [industry]))
    .map((rule): ScreenFinding => {
      if (rule.layer === null) return { rule, verdict: 'hit', distance: null };
      const distance = distances[rule.layer];
      return { rule, verdict: judgeDistance(rule.atLeastM ?? 0, distance), distance: distance ?? null };
    });
  const has = (verdict: ScreenFinding['verdict'], effect: ScreenRule['effect']): boolean =>
    findings.some((finding) => finding.verdict === verdict && finding.rule.effect === effect);
  // The worst wins; what is not known is never a pass (GEN-1).
  const status = has('hit', 'veto')
    ? 'vetoed'
    : has('undetermined', 'veto')
      ? 'undetermined'
      : has('hit', 'restrict')
        ? 'restricted'
        : has('undetermined', 'restrict')
          ? 'undetermined'
          : 'pass';
  return { status, findings };
}
