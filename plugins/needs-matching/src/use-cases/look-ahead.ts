/** Thirty days ahead (COMM-7, INFO-5): what ends soon becomes a task with its rule, once; what newly fits a subscriber is told, once. */
import { enterprises, subscriptions, type EnterpriseRecord } from '../model/enterprises.ts';
import { matches } from '../model/matches.ts';
import { needs } from '../model/needs.ts';
import { resources } from '../model/resources.ts';
import { proactiveTasks, type ProactiveTask } from '../model/tasks.ts';
import { dayInDays, never, nowText, today, type MatchingContext } from './matching-context.ts';
import { sendNotice } from './notices.ts';
import { judgedPolicies, projectFor } from './policy-matching.ts';

/** Enterprises looked at per run; the next run goes on where this one ended. */
const perRun = 200;
/** After the last enterprise the round rests so long: what ends within thirty days does not need asking every minute. */
const roundRestsMs = 3_600_000;

interface Round {
  readonly after: EnterpriseRecord | undefined;
  readonly restsUntil: number;
}
/** Where the round of a zone stands. What is proposed is known by its key, so losing this costs time only. */
const rounds = new WeakMap<object, Round>();

type TaskFacts = Omit<ProactiveTask, 'id' | 'version' | 'state' | 'note' | 'createdAt'>;

export async function proposeTasks(context: MatchingContext): Promise<number> {
  const { after, restsUntil } = rounds.get(context.config) ?? { after: undefined, restsUntil: 0 };
  // A clock that was moved back does not make the round wait for the old time.
  const rests = context.now < restsUntil && context.now >= restsUntil - roundRestsMs;
  const found = rests
    ? []
    : await context.tx.find(enterprises, {
        index: 'byName',
        equals: [],
        limit: perRun,
        ...(after === undefined ? {} : { after }),
      });
  if (!rests)
    rounds.set(
      context.config,
      found.length < perRun
        ? { after: undefined, restsUntil: context.now + roundRestsMs }
        : { after: found[found.length - 1], restsUntil: 0 },
    );
  let proposed = 0;
  for (const enterprise of found)
    for (const facts of await endingSoon(context, enterprise)) if (await propose(context, facts)) proposed += 1;
  return proposed + (await proposeTrialEnds(context));
}

async function endingSoon(context: MatchingContext, enterprise: EnterpriseRecord): Promise<TaskFacts[]> {
  const { config } = context;
  const [from, to] = [today(context), dayInDays(context, config.lookAheadDays)];
  const soon = (date: string | null): date is string => date !== null && date >= from && date <= to;
  const base = {
    uscc: enterprise.id,
    enterpriseName: enterprise.name,
    specialistId: await lastSpecialist(context, enterprise.id),
  };
  const qualifications = (enterprise.facts.qualifications ?? [])
    .filter((one) => soon(one.to))
    .map(({ type, to: endsOn }): TaskFacts => ({
      ...base,
      kind: 'qualification',
      reference: type,
      title: `${type}将于 ${endsOn} 到期`,
      because: `资质在 ${config.lookAheadDays} 天内到期，提醒续期，并核对以它为条件的政策`,
      endsOn: endsOn as string,
      department: enterprise.sources.qualifications?.department ?? config.hub,
    }));
  const project = await projectFor(context, enterprise.id, undefined);
  const windows = judgedPolicies(context, enterprise.facts, project)
    .filter(({ result }) => result.available && soon(result.deadline))
    .map(({ document, clause, result }): TaskFacts => ({
      ...base,
      kind: 'policy-window',
      reference: clause.id,
      title: `${document.title}第 ${clause.no} 条“${clause.title}”申报截至 ${result.deadline}`,
      because: `企业符合全部条件，申报期在 ${config.lookAheadDays} 天内结束`,
      endsOn: result.deadline as string,
      department: clause.department,
    }));
  return [...qualifications, ...windows];
}

/** Whoever was last responsible for a need of the enterprise; `''` for nobody. */
async function lastSpecialist({ tx }: MatchingContext, uscc: string): Promise<string> {
  const own = await tx.find(needs, { index: 'byEnterprise', equals: [uscc], descending: true, limit: 5 });
  return own.find(({ specialistId }) => specialistId !== '')?.specialistId ?? '';
}

/** The same rule about the same thing is one task, whatever became of it. */
async function propose(context: MatchingContext, facts: TaskFacts): Promise<boolean> {
  const id = `${facts.kind}|${facts.uscc}|${facts.reference}|${facts.endsOn}`;
  if ((await context.tx.get(proactiveTasks, id)) !== undefined) return false;
  context.tx.insert(proactiveTasks, { ...facts, id, state: 'proposed', note: null, createdAt: nowText(context) });
  context.emit('needs-matching.task-proposed', { taskId: id, kind: facts.kind, endsOn: facts.endsOn });
  return true;
}

/** RES-10: before a free trial ends somebody talks about what comes next. */
async function proposeTrialEnds(context: MatchingContext): Promise<number> {
  const find = { index: 'byTrialReminder', equals: [], to: today(context), limit: perRun };
  let proposed = 0;
  for (const match of await context.tx.find(matches, find)) {
    const [need, resource] = [
      await context.tx.get(needs, match.needId),
      await context.tx.get(resources, match.resourceId),
    ];
    context.tx.update(matches, { ...match, trialRemindOn: never });
    if (need === undefined || match.trial === null) continue;
    const made = await propose(context, {
      kind: 'trial-end',
      uscc: match.uscc,
      enterpriseName: need.enterpriseName,
      reference: match.id,
      title: `${resource?.title ?? match.resourceId} 免费试用 ${match.trial.to} 到期`,
      because: `试用到期前 ${resource?.trial?.reminderDays ?? 0} 天提醒：转付费或退场`,
      endsOn: match.trial.to,
      department: match.steward,
      specialistId: need.specialistId,
    });
    if (made) proposed += 1;
  }
  return proposed;
}

/** What fits a subscriber now and was not told yet. */
export async function tellPolicies(context: MatchingContext): Promise<number> {
  let told = 0;
  for (const subscription of await context.tx.find(subscriptions, { index: 'byTime', equals: [], limit: perRun })) {
    const { uscc, topic } = subscription;
    const enterprise = await context.tx.get(enterprises, uscc);
    if (enterprise === undefined) continue;
    const project = await projectFor(context, uscc, undefined);
    const fresh = judgedPolicies(context, enterprise.facts, project).filter(
      ({ document, clause, result }) =>
        result.available && (document.id === topic || clause.id === topic) && !subscription.told.includes(clause.id),
    );
    if (fresh.length === 0) continue;
    context.tx.update(subscriptions, {
      ...subscription,
      told: [...subscription.told, ...fresh.map(({ clause }) => clause.id)],
    });
    for (const { document, clause, result } of fresh) {
      context.emit('needs-matching.policy-matched', { uscc, clauseId: clause.id, policyId: document.id });
      sendNotice(context, {
        uscc,
        kind: 'policy',
        reference: clause.id,
        zh: `您订阅的${document.title}第 ${clause.no} 条“${clause.title}”：按档案您符合条件${result.deadline === null ? '' : `，${result.deadline} 前申报`}。依据：${clause.review.docNo ?? ''}`,
        en: `${document.title}, clause ${clause.no} "${clause.title}": by your record you fit${result.deadline === null ? '' : `; apply by ${result.deadline}`}. Review: ${clause.review.docNo ?? ''}`,
      });
      told += 1;
    }
  }
  return told;
}
