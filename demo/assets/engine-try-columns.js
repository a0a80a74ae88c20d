// 匹配引擎试用：认列。每一列是什么，先看列名；认错了，读者自己改。列认出来，匹配方案也就定了。

/** 资源表的列。`kind` 是引擎的字段类型；`text` 可以有几列，其余各一列。 */
export const resourceRoles = {
  id: { words: '编号', header: /^(编号|序号|代码|id|code)$/i },
  title: { words: '名称', header: /名称|标题|title|name/i },
  category: { words: '类别', header: /类别|类型|分类|category|type/i },
  units: { words: '份数', header: /份数|名额|units|slots/i },
  unit: { words: '单位', header: /单位|^unit$/i },
  quantity: { words: '数量', header: /数量|面积|容量|规模|额度|quantity|area|capacity|amount/i },
  price: { words: '价格', header: /单价|价格|租金|price|rent|cost/i },
  from: { words: '开始', header: /开始|起始|from|start/i },
  to: { words: '结束', header: /结束|截止|至$|until|end/i },
  tags: { words: '标签', header: /标签|产业|行业|关键词|tags?$|keywords?|industry/i },
  features: { words: '特征', header: /特征|特性|配套|features?/i },
  lon: { words: '经度', header: /经度|lon/i },
  lat: { words: '纬度', header: /纬度|lat/i },
  level: { words: '评分（0—100）', header: /评分|得分|score|level|rating/i },
  text: { words: '说明文字', header: /说明|描述|备注|介绍|desc|note|text/i },
};

export const needRoles = {
  id: resourceRoles.id,
  title: { words: '名称（企业）', header: /企业|单位名称|名称|标题|company|title|name/i },
  category: resourceRoles.category,
  unit: resourceRoles.unit,
  quantity: { words: '至少要多少', header: resourceRoles.quantity.header },
  price: { words: '最高出价', header: /预算|最高|单价|价格|budget|price/i },
  from: { words: '从哪天起', header: resourceRoles.from.header },
  to: { words: '到哪天止', header: /截止|期限|结束|deadline|until|end/i },
  tags: resourceRoles.tags,
  features: { words: '必须有的特征', header: /特征|特性|必须|features?|requires?/i },
  lon: resourceRoles.lon,
  lat: resourceRoles.lat,
  within: { words: '最远多少公里', header: /公里|半径|最远|within|km/i },
  text: { words: '需求原话', header: /原话|需求|说明|描述|备注|text|desc|note/i },
};

export const rolesOf = (side) => (side === 'needs' ? needRoles : resourceRoles);

/** 按列名认列；同一种列只认第一列，说明文字除外。认不出的为空，不用。 */
export function recognise(head, side) {
  const taken = new Set();
  return head.map((cell) => {
    const name = cell.normalize('NFKC').trim();
    const found = Object.entries(rolesOf(side)).find(
      ([role, { header }]) => header.test(name) && (role === 'text' || !taken.has(role)),
    );
    if (found === undefined) return '';
    taken.add(found[0]);
    return found[0];
  });
}

/** 条件和得分各叫什么；引擎里是稳定的代码，这里是给人看的话。 */
export const names = {
  category: '类别',
  unit: '单位',
  quantity: '数量',
  price: '价格',
  window: '时间',
  features: '特征',
  distance: '距离',
  tags: '标签与文字',
  capacity: '数量合适',
  time: '时间合适',
  location: '距离近',
  eco: '评分',
};

const usualWeights = { tags: 40, capacity: 20, time: 15, location: 15, eco: 10 };

/** 两张表都有的列才成为条件和得分；文字总能比。 */
export function schemaOf(resources, needs) {
  const both = (...roles) => roles.every((role) => resources.includes(role) && needs.includes(role));
  const dated = (roles) => roles.includes('from') || roles.includes('to');
  const window = dated(resources) && dated(needs);
  const placed = both('lon', 'lat');
  const noLimit = { whenAbsent: 'no-limit' };
  const times = { from: 'from', to: 'to', needFrom: 'from', needTo: 'to' };
  const listed = (...entries) => entries.filter(([isThere]) => isThere).map(([, entry]) => entry);
  const schema = {
    fields: {
      title: { kind: 'text' },
      text: { kind: 'text' },
      category: { kind: 'word' },
      unit: { kind: 'word' },
      units: { kind: 'number' },
      quantity: { kind: 'number' },
      price: { kind: 'number' },
      from: { kind: 'date' },
      to: { kind: 'date' },
      tags: { kind: 'words' },
      features: { kind: 'words' },
      place: { kind: 'point' },
      level: { kind: 'number' },
    },
    constraints: listed(
      [both('category'), { name: 'category', kind: 'equals', resource: 'category', need: 'category', gate: true }],
      [both('unit'), { name: 'unit', kind: 'equals', resource: 'unit', need: 'unit' }],
      [both('quantity'), { name: 'quantity', kind: 'at-least', resource: 'quantity', need: 'quantity' }],
      [both('price'), { name: 'price', kind: 'at-most', resource: 'price', need: 'price' }],
      [window, { name: 'window', kind: 'overlaps', ...times, ...noLimit }],
      [both('features'), { name: 'features', kind: 'has-all', resource: 'features', need: 'features' }],
      [
        placed && needs.includes('within'),
        { name: 'distance', kind: 'near', resource: 'place', need: 'place', metres: 'within' },
      ],
    ),
    parts: listed(
      [true, { name: 'tags', kind: 'words', resource: 'tags', need: 'tags' }],
      [both('quantity'), { name: 'capacity', kind: 'fit', resource: 'quantity', need: 'quantity' }],
      [window, { name: 'time', kind: 'time', ...times }],
      [placed, { name: 'location', kind: 'near', resource: 'place', need: 'place', nearM: 3_000, farM: 60_000 }],
      [resources.includes('level'), { name: 'eco', kind: 'level', resource: 'level', from: 0, to: 100 }],
    ),
    earliest: 'from',
  };
  return { schema, weights: weightsFor(schema.parts.map(({ name }) => name)) };
}

/** 满分总是 100：没有的几项，分数归标签与文字。 */
function weightsFor(parts) {
  const own = Object.fromEntries(parts.map((name) => [name, usualWeights[name]]));
  const sum = Object.values(own).reduce((total, weight) => total + weight, 0);
  return { ...own, tags: own.tags + 100 - sum };
}
