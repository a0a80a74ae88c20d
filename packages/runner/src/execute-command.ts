/** One command in its own fork of a batch: idempotency, use case, reactions, projection, audit, remembered result. */
import { instantText, newId, standardError, ZsError, type OperationAnswer } from '@zhaoshang/kernel';
import type { UnitOfWork } from '@zhaoshang/store';
import { auditChanges } from './audit.ts';
import type { CommandJob } from './command-job.ts';
import { createContext, type ContextFacts } from './context.ts';
import { fingerprint, sha256Hex } from './fingerprint.ts';
import type { LoadedPlugin } from './loaded-plugin.ts';
import { idempotencyRecords } from './records.ts';

const dayMs = 86_400_000;
/** Reactions may emit events that others react to; a chain longer than this is a loop. */
const longestChain = 32;

/** Id of the record under which a command's first result is remembered: its actor, operation and key. */
export const idempotencyId = (job: Pick<CommandJob, 'session' | 'plugin' | 'operation' | 'idempotencyKey'>): string =>
  // A list of texts is its own canonical form.
  sha256Hex(
    JSON.stringify([
      job.session?.subject ?? 'anonymous',
      job.plugin.backend.contract.name,
      job.operation,
      job.idempotencyKey,
    ]),
  );

export async function executeCommand(
  job: CommandJob,
  unit: UnitOfWork,
  facts: { readonly now: number; readonly zone: string; readonly plugins: readonly LoadedPlugin[] },
): Promise<OperationAnswer & { readonly committedEvents: ContextFacts['events'] }> {
  const { contract, useCases } = job.plugin.backend;
  const requestHash = fingerprint([job.input ?? null, job.expectedVersion ?? null]) ?? '';
  const { recordId } = job;
  const earlier = await unit.get(idempotencyRecords, recordId);
  if (earlier !== undefined) {
    if (earlier.requestHash !== requestHash) throw standardError('key-reused', job.locale);
    return { output: earlier.output, events: earlier.events, replayed: true, committedEvents: [] };
  }
  const useCase = useCases[job.operation];
  const operation = contract.operations[job.operation];
  if (useCase === undefined || operation === undefined)
    throw new TypeError(`"${contract.name}" has no command "${job.operation}".`);
  const context: ContextFacts = {
    unit,
    session: job.session,
    now: facts.now,
    zone: facts.zone,
    locale: job.locale,
    expectedVersion: job.expectedVersion,
    notes: { reason: null },
    events: [],
  };
  const result = await useCase.execute(job.input, createContext(job.plugin, context));
  await react(context, facts.plugins);
  const projected = operation.output.safeParse(result);
  if (!projected.success)
    throw new ZsError('internal', 'internal', standardError('internal', job.locale).message, {
      cause: new TypeError(`"${contract.name}.${job.operation}" answered outside its contract.`, {
        cause: projected.error,
      }),
    });
  auditChanges(unit, {
    session: job.session,
    action: `${contract.name}.${job.operation}`,
    now: facts.now,
    reason: context.notes.reason,
    configVersion: job.plugin.configVersion,
    traceId: job.traceId,
    newId: (prefix) => newId(prefix, facts.now),
  });
  const isSecret = operation.kind === 'command' && operation.secretResult === true;
  if (isSecret) return { output: projected.data, events: context.events, committedEvents: context.events };
  unit.insert(idempotencyRecords, {
    id: recordId,
    requestHash,
    output: projected.data,
    events: context.events,
    expiresAt: instantText(facts.now + (idempotencyRecords.retentionDays ?? 1) * dayMs),
  });
  return { output: projected.data, events: context.events, committedEvents: context.events };
}

async function react(facts: ContextFacts, plugins: readonly LoadedPlugin[]): Promise<void> {
  let reacted = 0;
  // Round by round: a command may emit any number of events, but what follows from what must end.
  for (let round = 0; reacted < facts.events.length; round += 1) {
    const news = facts.events.slice(reacted);
    if (round >= longestChain)
      throw new TypeError(`Reactions went round: ${[...new Set(news.map(({ name }) => name))].join(' → ')}`);
    reacted += news.length;
    for (const event of news)
      for (const plugin of plugins) {
        const reaction = plugin.backend.reactions?.[event.name];
        if (reaction !== undefined)
          await reaction(event.payload, createContext(plugin, { ...facts, expectedVersion: undefined }));
      }
  }
}
