// 匹配引擎试用：统筹的结果和量速度的结果怎样摆。
import { grouped, h, longTable, table } from './engine-try-view.js';

const figure = (title, value, note) =>
  h(
    'div',
    {},
    h('dt', {}, title),
    h('dd', {}, h('b', {}, value), note === undefined ? undefined : h('span', {}, note)),
  );

const reasons = {
  'nothing-passes': '没有全部符合的资源',
  taken: '符合的资源给别家分数更高',
  banned: '符合的配对都被人工排除',
};

const states = {
  assigned: '给了它',
  full: '已给别家',
  open: '还有空位',
  'without-capacity': '没有名额',
  banned: '人工排除',
};

/** 统筹的结果；`whyOf(need)` 点开才问。 */
export function assignedView(assignment, { needs, resources, whyOf }) {
  const { pairs, unassigned, total, bound, proven, prices } = assignment;
  const title = (id) => (resources.get(id) || { title: id }).title;
  const needTitle = (id) => [...new Set([id, (needs.get(id) || { title: id }).title])].join('　');
  const scarce = Object.entries(prices)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 5);
  const why = (need) => {
    const place = h('div', {});
    const load = async ({ target }) => {
      if (!target.open || place.childElementCount > 0) return;
      const { choices } = await whyOf(need);
      place.replaceChildren(
        table(
          '分数减去影子价格，剩得最多的给它',
          ['资源', '分数', '影子价格', '剩', '情况'],
          choices
            .slice(0, 5)
            .map(({ resource, score, price, net, state }) => [
              title(resource),
              String(score),
              grouped(price),
              grouped(net),
              states[state] || state,
            ]),
        ),
      );
    };
    return h(
      'details',
      { ontoggle: load },
      h('summary', { 'aria-label': `${needTitle(need)}：为什么` }, '为什么'),
      place,
    );
  };
  return [
    h(
      'dl',
      { class: 'try__figures' },
      figure('有着落', `${grouped(pairs.length)} 件`, `共 ${grouped(pairs.length + unassigned.length)} 件`),
      figure('总分', grouped(total)),
      figure('上界', grouped(bound), proven ? '与总分相等，已证明最优' : '总分不会超过它'),
    ),
    ...longTable(
      '谁得到什么',
      ['需求', '资源', '分数', '依据'],
      pairs.map(({ need, resource, score }) => [needTitle(need), title(resource), String(score), why(need)]),
    ),
    unassigned.length === 0
      ? undefined
      : longTable(
          '没有着落的',
          ['需求', '原因'],
          unassigned.map(({ need, reason }) => [needTitle(need), reasons[reason] || reason]),
        ),
    scarce.length === 0
      ? undefined
      : table(
          '最紧缺的：再多一份，总分多多少',
          ['资源', '多得'],
          scarce.map(([id, price]) => [title(id), grouped(price)]),
        ),
  ];
}

const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : grouped(Math.round(value))} 毫秒`;

export const speedsView = (rows) =>
  table(
    `这台电脑（${navigator.hardwareConcurrency || '未知'} 个逻辑处理器）现量，含来回后台线程的时间`,
    ['做什么', '用时', '次数'],
    rows.map(({ what, ms, runs }) => [what, milliseconds(ms), runs === 1 ? '1 次' : `${runs} 次，取中位数`]),
  );
