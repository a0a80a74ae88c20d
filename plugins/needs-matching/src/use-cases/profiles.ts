/** The shared record of an enterprise (INFO-4, INFO-13): shown with source and date, corrected by a ticket, never overwritten. */
import { hasRole } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { daysBetween } from '@zhaoshang/workdays';
import {
  enterpriseFields,
  enterprises,
  projects,
  tickets,
  type EnterpriseRecord,
  type Ticket,
} from '../model/enterprises.ts';
import { fieldFits, fieldLabel, fieldText } from '../rules/record-fields.ts';
import {
  askingEnterprise,
  keeps,
  nowText,
  today,
  type MatchingContext,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { sendNotice } from './notices.ts';

/** The record the caller may read: its own, or for staff the one that is asked for. */
export async function recordFor(context: MatchingContext, uscc: string | undefined): Promise<EnterpriseRecord> {
  const { session } = context;
  const own = hasRole(session, ['enterprise']) ? session?.enterprise?.uscc : undefined;
  if (own !== undefined && uscc !== undefined && uscc !== own) return context.fail('not-found');
  const wanted = own ?? uscc ?? context.fail('no-such-enterprise');
  return (await context.tx.get(enterprises, wanted)) ?? context.fail('no-such-enterprise');
}

export const profile: MatchingUseCase<'profile'> = {
  execute: async ({ uscc }, context) => {
    const record = await recordFor(context, uscc);
    const open = await context.tx.find(tickets, { index: 'byEnterprise', equals: [record.id] });
    const disputed = new Set(open.filter(({ state }) => state === 'open').map(({ field }) => field));
    const own = await context.tx.find(projects, { index: 'byEnterprise', equals: [record.id], descending: true });
    const on = today(context);
    return {
      uscc: record.id,
      version: record.version,
      name: record.name,
      fields: enterpriseFields.map((field) => {
        const source = record.sources[field];
        return {
          field,
          label: fieldLabel(field, context.locale),
          value: fieldText(record.facts[field], context.locale),
          source: source?.source ?? null,
          department: source?.department ?? null,
          asOf: source?.asOf ?? null,
          disputed: disputed.has(field),
        };
      }),
      qualifications: (record.facts.qualifications ?? []).map(({ type, from, to }) => ({
        type,
        from,
        to,
        valid: from <= on && (to === null || on <= to),
        daysLeft: to === null ? null : daysBetween(on, to),
      })),
      projects: own.map(({ id, title, stage }) => ({ id, title, stage })),
      forecastOptOut: record.forecastOptOut,
      updatedAt: record.updatedAt,
    };
  },
};

export const enterprisesOf: MatchingUseCase<'enterprises'> = {
  execute: async ({ search, ...page }, context) => {
    const wanted = (search ?? '').trim();
    const { documents, nextCursor } = await pageOfFind(
      context,
      enterprises,
      { index: 'byName', equals: [] },
      page,
      ({ name, shortName, id }) => wanted === '' || `${name}${shortName}${id}`.includes(wanted),
    );
    return { items: documents.map(({ id, name, shortName }) => ({ uscc: id, name, shortName })), nextCursor };
  },
};

export const correctProfile: MatchingUseCase<'correctProfile'> = {
  execute: async ({ field, value, note }, context) => {
    const { uscc, name } = askingEnterprise(context);
    const record = (await context.tx.get(enterprises, uscc)) ?? context.fail('no-such-enterprise');
    if (!fieldFits(context.config, field, value)) context.fail('value-unfit');
    const activeKey = `${uscc}|${field}`;
    const [open] = await context.tx.find(tickets, { index: 'active', equals: [activeKey] });
    if (open !== undefined) context.fail('already-open');
    const ticket = context.tx.insert(tickets, {
      id: context.newId('tk'),
      uscc,
      enterpriseName: name,
      field,
      recorded: fieldText(record.facts[field], 'zh-CN') ?? '',
      claimed: fieldText(value, 'zh-CN') ?? '',
      value,
      note,
      department: record.sources[field]?.department ?? context.config.hub,
      state: 'open',
      answer: null,
      activeKey,
      createdAt: nowText(context),
    });
    context.emit('needs-matching.record-changed', { uscc, ticketId: ticket.id });
    return ticketViewOf(context, ticket);
  },
};

export const ticketsOf: MatchingUseCase<'tickets'> = {
  execute: async ({ state, ...page }, context) => {
    const { session } = context;
    const own = hasRole(session, ['enterprise']) ? session?.enterprise?.uscc : undefined;
    const everywhere = hasRole(session, ['centre', 'leader', 'auditor']);
    const department = session?.department;
    const wanted = state ?? 'open';
    if (own === undefined && !everywhere && department === undefined) return { items: [], nextCursor: null };
    const find =
      own !== undefined
        ? { index: 'byEnterprise', equals: [own], descending: true }
        : everywhere
          ? { index: 'byState', equals: [wanted] }
          : { index: 'byDepartment', equals: [department as string, wanted] };
    const { documents, nextCursor } = await pageOfFind(
      context,
      tickets,
      find,
      page,
      (ticket) => state === undefined || ticket.state === state,
    );
    return { items: documents.map((ticket) => ticketViewOf(context, ticket)), nextCursor };
  },
};

export const settleTicket: MatchingUseCase<'settleTicket'> = {
  execute: async ({ ticketId, accepted, answer }, context) => {
    const { tx } = context;
    const ticket = (await tx.get(tickets, ticketId)) ?? context.fail('not-found');
    if (!keeps(context, ticket.department)) context.fail('forbidden');
    context.expectVersion(ticket);
    if (ticket.state !== 'open') context.fail('wrong-state', { state: ticket.state, act: 'settle' });
    context.because(answer);
    const settled = tx.update(tickets, {
      ...ticket,
      state: accepted ? 'accepted' : 'rejected',
      answer,
      activeKey: null,
    });
    if (accepted) await writeField(context, settled);
    context.emit('needs-matching.record-changed', { uscc: ticket.uscc, ticketId });
    sendNotice(context, {
      uscc: ticket.uscc,
      kind: 'ticket-settled',
      reference: ticketId,
      zh: `“${fieldLabel(ticket.field, 'zh-CN')}”的更正${accepted ? '已采纳' : '未采纳'}：${answer}`,
      en: `The correction of "${fieldLabel(ticket.field, 'en')}" was ${accepted ? 'accepted' : 'not accepted'}: ${answer}`,
    });
    return ticketViewOf(context, settled);
  },
};

async function writeField(context: MatchingContext, { uscc, field, value, department }: Ticket): Promise<void> {
  const record = (await context.tx.get(enterprises, uscc)) ?? context.fail('no-such-enterprise');
  const source = { source: '企业更正，部门核实', department, asOf: today(context) };
  context.tx.update(enterprises, {
    ...record,
    facts: { ...record.facts, [field]: value },
    sources: { ...record.sources, [field]: source },
    ...(field === 'industryCode' ? { industryClass: String(value).slice(0, 1) } : {}),
    updatedAt: nowText(context),
  });
}

function ticketViewOf(context: MatchingContext, ticket: Ticket): MatchingResult<'settleTicket'> {
  const { id, version, uscc, enterpriseName, field, recorded, claimed, note, department, state, answer, createdAt } =
    ticket;
  return {
    id,
    version,
    uscc,
    enterpriseName,
    field,
    label: fieldLabel(field, context.locale),
    recorded,
    claimed,
    note,
    department,
    state,
    answer,
    createdAt,
    may: { settle: state === 'open' && keeps(context, department) },
  };
}

export const setForecastOptOut: MatchingUseCase<'setForecastOptOut'> = {
  execute: async ({ optedOut }, context) => {
    const { uscc } = askingEnterprise(context);
    const record = (await context.tx.get(enterprises, uscc)) ?? context.fail('no-such-enterprise');
    if (record.forecastOptOut !== optedOut) {
      context.tx.update(enterprises, { ...record, forecastOptOut: optedOut, updatedAt: nowText(context) });
      context.emit('needs-matching.record-changed', { uscc, ticketId: null });
    }
    return { optedOut };
  },
};
