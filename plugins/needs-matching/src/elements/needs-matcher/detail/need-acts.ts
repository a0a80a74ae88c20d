/** What an enterprise does with its need: each is asked about where it cannot be undone. */
import type { Match, Need } from '../../proposal/proposal-types.ts';
import type { NeedDetailHost } from './detail-host.ts';

export const submitNeed = (host: NeedDetailHost, need: Need): Promise<void> => {
  const input = { needId: need.id };
  return host.perform(
    `submit ${need.id}`,
    input,
    (options) => host.matching().submitNeed(input, { ...options, expectedVersion: need.version }),
    host.msg('submitted'),
  );
};

export const keepNeed = (host: NeedDetailHost, need: Need): Promise<void> => {
  const input = { needId: need.id };
  return host.perform(
    `keep ${need.id}`,
    input,
    (options) => host.matching().keepNeed(input, { ...options, expectedVersion: need.version }),
    host.msg('kept'),
  );
};

export const confirmNeed = (host: NeedDetailHost, need: Need): Promise<void> => {
  const input = { needId: need.id, fulfilled: true, comment: '' };
  return host.perform(
    `confirm ${need.id}`,
    input,
    (options) => host.matching().confirmNeed(input, { ...options, expectedVersion: need.version }),
    host.msg('confirmed'),
  );
};

export function disputeNeed(host: NeedDetailHost, need: Need): void {
  const { msg } = host;
  host.asking.ask({
    title: msg('disputeTitle'),
    body: '',
    yes: msg('dispute'),
    no: msg('notYet'),
    words: { label: msg('disputeReason'), hint: msg('disputeHelp'), missing: msg('disputeMissing') },
    deed: (comment) => {
      const input = { needId: need.id, fulfilled: false, comment };
      return {
        at: `dispute ${need.id}`,
        input,
        send: (options) => host.matching().confirmNeed(input, { ...options, expectedVersion: need.version }),
        done: (changed) => host.became(changed, msg('disputed')),
      };
    },
  });
}

export function withdrawNeed(host: NeedDetailHost, need: Need): void {
  const { msg } = host;
  host.asking.ask({
    title: msg('withdrawTitle'),
    body: msg('withdrawBody'),
    yes: msg('withdraw'),
    no: msg('keepIt'),
    danger: true,
    words: { label: msg('withdrawReason'), hint: msg('withdrawReasonHelp') },
    deed: (reason) => {
      const input = { needId: need.id, reason };
      return {
        at: `withdraw ${need.id}`,
        input,
        send: (options) => host.matching().withdrawNeed(input, { ...options, expectedVersion: need.version }),
        done: (changed) => host.became(changed, msg('withdrawn')),
      };
    },
  });
}

export function acceptMatch(host: NeedDetailHost, need: Need, match: Match): void {
  const { msg, words } = host;
  const provider = words.provider(match.provider);
  const others = need.matches.filter(({ state, id }) => state === 'held' && id !== match.id).length;
  host.asking.ask({
    title: msg('acceptTitle', { title: match.resourceTitle }),
    body: [msg('acceptBody', { provider }), others === 0 ? '' : msg('acceptOthers', { n: others })].join(' '),
    yes: msg('accept'),
    no: msg('notYet'),
    deed: () => {
      const input = { matchId: match.id };
      return {
        at: `accept ${match.id}`,
        input,
        send: (options) => host.matching().acceptMatch(input, { ...options, expectedVersion: match.version }),
        done: (changed) => host.became(changed, msg('accepted', { provider })),
      };
    },
  });
}

export function declineMatch(host: NeedDetailHost, match: Match): void {
  const { msg } = host;
  host.asking.ask({
    title: msg('declineTitle', { title: match.resourceTitle }),
    body: '',
    yes: msg('decline'),
    no: msg('notYet'),
    words: { label: msg('declineReason'), hint: msg('declineHelp'), missing: msg('declineMissing') },
    deed: (reason) => {
      const input = { matchId: match.id, reason };
      return {
        at: `decline ${match.id}`,
        input,
        send: (options) => host.matching().declineMatch(input, { ...options, expectedVersion: match.version }),
        done: (changed) => host.became(changed, msg('declined')),
      };
    },
  });
}
