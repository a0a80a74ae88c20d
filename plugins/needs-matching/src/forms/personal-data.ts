/**
 * What looks like a name, an identity number or an illness in a text that should hold none (RES-11, COMM-11; PIPL Art. 6, 28). A guess
 * is a warning; an identity number whose check character fits is certain, and is refused.
 */
export interface PersonalTrace {
  readonly kind: 'identity' | 'phone' | 'name' | 'illness';
  /** As it stands in the text. */
  readonly words: string;
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = '10X98765432';

/** GB 11643-1999: 18 signs, the last is checked. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i.test(text)) return false;
  const sum = identityWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return checkSigns[sum % 11] === text[17]?.toUpperCase();
}

// The hundred most frequent surnames, which four of five people have.
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵万覃武钱戴严欧';
const given = '[\\u4e00-\\u9fff]{1,2}';
const name = `[${surnames}]${given}`;
const kin = '(?:女儿|儿子|孩子|小孩|爱人|妻子|丈夫|父亲|母亲|员工|职工|同事|患者|病人)';
const namePatterns = [
  new RegExp(`(?:姓名|名字)(?:是|为)?[:：\\s]*(${name})`),
  new RegExp(`(?:名叫|叫做?|叫作)(${name})(?=[，。；、,.;（(\\s]|$|今年|现在|要|想|在|的)`),
  new RegExp(`${kin}[:：]?(${name})(?=[，。；、,.;（(\\s]|$|今年|现在|明年|要|想|同学|先生|女士|小朋友)`),
  new RegExp(`(${name})(?:同学|小朋友|先生|女士)`),
];
const illness =
  /[\u4e00-\u9fff]{0,4}(?:癌|肿瘤|白血病|糖尿病|高血压|冠心病|心脏病|抑郁|焦虑症|自闭症|精神分裂|艾滋|乙肝|肝炎|肺炎|肾炎|胃炎|结核|脑梗|心梗|中风|骨折|综合征|结石|早孕|怀孕|流产|残疾)/;

/** Traces in the order in which they are to be left out; at most one of each kind. */
export function personalTraces(text: string): readonly PersonalTrace[] {
  const said = text.normalize('NFKC');
  const traces: PersonalTrace[] = [];
  const numbers = said.match(/[1-9]\d{16}[\dXx]/g) ?? [];
  const identity = numbers.find(isIdentityNumber);
  if (identity !== undefined) traces.push({ kind: 'identity', words: identity });
  const phone = /(?:^|\D)(1[3-9]\d{9})(?!\d)/.exec(said)?.[1];
  if (phone !== undefined) traces.push({ kind: 'phone', words: phone });
  const found = namePatterns.map((pattern) => pattern.exec(said)?.[1]).find((match) => match !== undefined);
  if (found !== undefined) traces.push({ kind: 'name', words: found });
  const ill = illness.exec(said)?.[0];
  if (ill !== undefined) traces.push({ kind: 'illness', words: ill });
  return traces;
}
