/** 抱团发展 (RES-5): enterprises meet when both agreed; until then neither hears who the other is. */
import { hasRole } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { enterprises, type EnterpriseRecord } from '../model/enterprises.ts';
import { pairings, type Pairing } from '../model/matches.ts';
import { pairingTransitions, stepFor } from '../model/states.ts';
import { nextState } from './lifecycle.ts';
import {
  askingEnterprise,
  nowText,
  type MatchingContext,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { sendNotice } from './notices.ts';
import { needToWorkOn } from './own-records.ts';

/** Candidates told at once, and records looked at for them. */
const mostCandidates = 10;
const mostRecords = 2_000;

/** Same tags, another trade, nearby words in what the record says: a list to think about, no more. */
export const peerCandidates: MatchingUseCase<'peerCandidates'> = {
  execute: async ({ needId }, context) => {
    const need = await needToWorkOn(context, needId);
    if (need.confidentiality === 'sensitive') return context.fail('peer-unfit');
    const asking = await context.tx.get(enterprises, need.uscc);
    const tags = new Set([...need.tags, ...(asking?.facts.tags ?? [])]);
    const all = await context.tx.find(enterprises, { index: 'byName', equals: [], limit: mostRecords });
    const found = all
      .filter(({ id }) => id !== need.uscc)
      .map((record) => ({ record, because: becauseOf(record, asking, need.townCode, tags) }))
      .filter(({ because }) => because.length > 0)
      .sort((one, other) => other.because.length - one.because.length || (one.record.id < other.record.id ? -1 : 1))
      .slice(0, mostCandidates);
    return {
      items: found.map(({ record, because }) => ({
        uscc: record.id,
        name: record.name,
        industryCode: record.facts.industryCode,
        because,
      })),
    };
  },
};

function becauseOf(
  record: EnterpriseRecord,
  asking: EnterpriseRecord | undefined,
  townCode: string | null,
  tags: ReadonlySet<string>,
): string[] {
  const shared = (record.facts.tags ?? []).filter((tag) => tags.has(tag));
  if (shared.length === 0) return [];
  const other = record.facts.industryCode !== asking?.facts.industryCode;
  return [
    `同属 ${shared.join('、')}`,
    ...(other ? ['行业不同，可为上下游'] : []),
    ...(townCode !== null && record.facts.townCode === townCode ? ['同在一个乡镇'] : []),
  ];
}

export const askPeers: MatchingUseCase<'askPeers'> = {
  execute: async ({ needId, peerUscc, aboutAsking, aboutPeer }, context) => {
    const need = await needToWorkOn(context, needId);
    if (need.confidentiality === 'sensitive' || need.uscc === peerUscc) context.fail('peer-unfit');
    const peer = (await context.tx.get(enterprises, peerUscc)) ?? context.fail('no-such-enterprise');
    const asking = await context.tx.get(enterprises, need.uscc);
    // What is told before both agreed names nobody.
    for (const name of [peer.name, peer.shortName, need.enterpriseName, asking?.shortName ?? need.enterpriseName])
      if (name !== '' && (aboutAsking.includes(name) || aboutPeer.includes(name))) context.fail('peer-unfit');
    const activeKey = `${needId}|${peerUscc}`;
    const [there] = await context.tx.find(pairings, { index: 'active', equals: [activeKey] });
    if (there !== undefined) context.fail('already-open');
    const pairing = context.tx.insert(pairings, {
      id: context.newId('pg'),
      needId,
      askingUscc: need.uscc,
      peerUscc,
      aboutAsking,
      aboutPeer,
      state: 'asked',
      askingConsentAt: null,
      peerConsentAt: null,
      consentVersion: null,
      by: context.session?.subject ?? '',
      activeKey,
      createdAt: nowText(context),
    });
    for (const [uscc, about] of [
      [need.uscc, aboutPeer],
      [peerUscc, aboutAsking],
    ] as const) {
      context.emit('needs-matching.pairing-asked', { pairingId: pairing.id, uscc });
      sendNotice(context, {
        uscc,
        kind: 'peer-asked',
        reference: pairing.id,
        zh: `有一家企业可能与您互为上下游：${about}。双方都同意后才互相告知名称，是否愿意对接？`,
        en: `An enterprise may be your supplier or customer: ${about}. Names are told only when both agree. Do you want to meet?`,
      });
    }
    return pairingViewFor(context, pairing);
  },
};

export const pairingsOf: MatchingUseCase<'pairings'> = {
  execute: async (page, context) => {
    const { session } = context;
    const own = hasRole(session, ['enterprise']) ? session?.enterprise?.uscc : undefined;
    const { documents, nextCursor } = await pageOfFind(
      context,
      pairings,
      { index: 'byTime', equals: [], descending: true },
      page,
      ({ askingUscc, peerUscc }) => own === undefined || askingUscc === own || peerUscc === own,
    );
    const items: MatchingResult<'pairings'>['items'] = [];
    for (const pairing of documents) items.push(await pairingViewFor(context, pairing));
    return { items, nextCursor };
  },
};

export const answerPairing: MatchingUseCase<'answerPairing'> = {
  execute: async ({ pairingId, agreed, consentVersion }, context) => {
    const { uscc } = askingEnterprise(context);
    const pairing = await context.tx.get(pairings, pairingId);
    if (pairing === undefined || (pairing.askingUscc !== uscc && pairing.peerUscc !== uscc))
      return context.fail('not-found');
    context.expectVersion(pairing);
    const { version } = context.config.consent.peer;
    if (agreed && consentVersion !== version) context.fail('consent-outdated', { version });
    const asks = pairing.askingUscc === uscc;
    if ((asks ? pairing.askingConsentAt : pairing.peerConsentAt) !== null)
      context.fail('wrong-state', { state: pairing.state, act: 'answer' });
    const at = nowText(context);
    const answered = agreed
      ? { ...pairing, ...(asks ? { askingConsentAt: at } : { peerConsentAt: at }), consentVersion: version }
      : pairing;
    const both = answered.askingConsentAt !== null && answered.peerConsentAt !== null;
    const state = !agreed
      ? nextState(context, pairingTransitions, pairing.state, 'refuse')
      : both
        ? nextState(context, pairingTransitions, pairing.state, 'agree')
        : pairing.state;
    if (pairing.state !== 'asked') context.fail('wrong-state', { state: pairing.state, act: 'answer' });
    const updated = context.tx.update(pairings, {
      ...answered,
      state,
      activeKey: state === 'refused' ? null : pairing.activeKey,
    });
    for (const side of [updated.askingUscc, updated.peerUscc])
      context.emit('needs-matching.pairing-changed', { pairingId, uscc: side, state });
    if (both)
      for (const side of [updated.askingUscc, updated.peerUscc])
        sendNotice(context, {
          uscc: side,
          kind: 'peer-agreed',
          reference: pairingId,
          zh: '双方都已同意对接，可以看到对方的名称了。专员会安排见面。',
          en: 'Both sides agreed: you can see who the other is. The specialist arranges a meeting.',
        });
    return pairingViewFor(context, updated);
  },
};

/** Names are there for the desk, and for both sides once both agreed. */
async function pairingViewFor(context: MatchingContext, pairing: Pairing): Promise<MatchingResult<'askPeers'>> {
  const { session } = context;
  const own = session?.enterprise?.uscc;
  const side = own === pairing.askingUscc ? 'asking' : own === pairing.peerUscc ? 'peer' : 'staff';
  const otherUscc = side === 'peer' ? pairing.askingUscc : pairing.peerUscc;
  const told = side === 'staff' || pairing.state === 'agreed';
  const other = told ? await context.tx.get(enterprises, otherUscc) : undefined;
  const [ownConsentAt, otherConsentAt] =
    side === 'peer'
      ? [pairing.peerConsentAt, pairing.askingConsentAt]
      : [pairing.askingConsentAt, pairing.peerConsentAt];
  return {
    id: pairing.id,
    version: pairing.version,
    needId: side === 'peer' ? '' : pairing.needId,
    side,
    about: side === 'peer' ? pairing.aboutAsking : pairing.aboutPeer,
    state: pairing.state,
    ownConsentAt,
    otherConsented: otherConsentAt !== null,
    peerName: other?.name ?? '',
    peerUscc: told ? otherUscc : '',
    createdAt: pairing.createdAt,
    may: {
      answer:
        side !== 'staff' &&
        ownConsentAt === null &&
        stepFor(pairingTransitions, pairing.state, 'agree', session?.roles ?? []) !== undefined,
    },
  };
}
