/** The columns of a sheet of resources, as people head them and fill them (RES-8). The backend knows codes; people write names. */
import type { ListWords } from '../list-words.ts';

export type ColumnKind = 'text' | 'code' | 'number' | 'date' | 'words' | 'category' | 'provider' | 'town' | 'period';

export interface SheetWord {
  /** Name in `exportResources` and `importResources`. */
  readonly name: string;
  readonly labels: { readonly 'zh-CN': string; readonly en: string };
  /** Other heads that mean the same. */
  readonly aliases: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: boolean;
  /** Characters at the most. */
  readonly longest?: number;
}

const column = (
  name: string,
  chinese: string,
  english: string,
  kind: ColumnKind,
  aliases: readonly string[],
  more: Partial<SheetWord> = {},
): SheetWord => ({ name, labels: { 'zh-CN': chinese, en: english }, kind, aliases, ...more });

const must = { required: true } as const;

export const sheetColumns: readonly SheetWord[] = [
  column('code', '编码', 'Code', 'code', ['资源编码', '编号', '资源编号', '代码', 'ID'], must),
  column('type', '类别', 'Category', 'category', ['资源类别', '类型', '资源类型', '种类', 'type'], must),
  column('title', '名称', 'Title', 'text', ['资源名称', '标题', '资源', '项目名称', 'name'], { ...must, longest: 80 }),
  column('provider', '提供方', 'Provider', 'provider', ['提供部门', '部门', '责任部门', '提供单位', '单位名称'], must),
  column('capacity', '容量', 'Capacity', 'number', ['总量', '数量', '总数', '规模'], must),
  column('unit', '单位', 'Unit', 'text', ['计量单位'], { ...must, longest: 20 }),
  column('per', '周期', 'Period', 'period', ['计量周期', '频次']),
  column('reserved', '已预留', 'Reserved', 'number', ['已占用', '已用', '预留', '占用']),
  column('perRequestMax', '单次上限', 'Most per request', 'number', ['每家上限', '单家上限', '每次上限']),
  column('from', '开始日期', 'From', 'date', ['起始日期', '开放日期', '可用起', '开始', 'start'], must),
  column('to', '结束日期', 'To', 'date', ['截止日期', '到期日期', '可用止', '结束', '截止', 'end'], must),
  column('price', '价格', 'Price', 'text', ['费用', '收费', '收费标准', '租金'], { longest: 80 }),
  column('tags', '标签', 'Tags', 'words', ['产业标签', '关键词', '方向']),
  column('subjects', '事项', 'Subjects', 'words', ['服务事项', '适用事项']),
  column('features', '特点', 'Features', 'words', ['具备条件', '配套', '特色']),
  column('townCode', '乡镇', 'Town', 'town', ['所在乡镇', '街镇', '镇', '地点', '属地']),
  column('longitude', '经度', 'Longitude', 'number', ['lng', 'lon']),
  column('latitude', '纬度', 'Latitude', 'number', ['lat']),
  column('crs', '坐标系', 'Coordinate system', 'text', ['坐标系统']),
  column('accuracyM', '精度（米）', 'Accuracy (m)', 'number', ['精度', '精度米']),
  column('description', '说明', 'Description', 'text', ['备注', '描述', '简介', '介绍'], { longest: 600 }),
];

const periods: Readonly<Record<string, readonly [string, string, ...string[]]>> = {
  once: ['一次性', 'once', '单次', '一次'],
  hour: ['每小时', 'hour', '小时', '时'],
  day: ['每天', 'day', '天', '日', '每日'],
  night: ['每晚', 'night', '晚'],
  week: ['每周', 'week', '周'],
  month: ['每月', 'month', '月'],
  quarter: ['每季度', 'quarter', '季', '季度', '每季'],
  year: ['每年', 'year', '年'],
};

/** Spaces, width, case, marks and what stands in brackets make no other head: `资源 名称（必填）*` is `资源名称`. */
export const plainHead = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?!米|m\))[^)]*\)/g, '')
    .replace(/[\s*:：()_\-/]+/g, '');

const byHead = new Map(
  sheetColumns.flatMap((each) =>
    [each.name, ...Object.values(each.labels), ...each.aliases].map((head) => [plainHead(head), each] as const),
  ),
);

/** The column that a head means. */
export const columnOf = (head: string): SheetWord | undefined => byHead.get(plainHead(head));

export const periodText = ({ locale }: ListWords, code: string): string =>
  periods[code]?.[locale === 'en' ? 1 : 0] ?? code;

/** A cell of the backend's in words. */
export function wordOf(words: ListWords, sheetColumn: SheetWord | undefined, cell: string): string {
  if (cell === '') return '';
  switch (sheetColumn?.kind) {
    case 'category':
      return words.category(cell);
    case 'provider':
      return words.provider(cell);
    case 'town':
      return words.town(cell);
    case 'period':
      return periodText(words, cell);
    default:
      return cell;
  }
}

const same = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What people wrote in the backend's codes; `undefined`: nothing of that name is known. */
export class CodeBook {
  private readonly codes = new Map<string, string>();

  constructor({ catalogue }: ListWords) {
    const add = (kind: ColumnKind, code: string, ...names: readonly string[]): void => {
      for (const name of [code, ...names]) {
        const key = `${kind}|${same(name)}`;
        if (name !== '' && !this.codes.has(key)) this.codes.set(key, code);
      }
    };
    catalogue?.categories.forEach(({ code, name, nameEn }) => add('category', code, name, nameEn));
    catalogue?.providers.forEach(({ code, name, shortName, nameEn }) => add('provider', code, name, shortName, nameEn));
    catalogue?.towns.forEach(({ code, name, nameEn }) => add('town', code, name, nameEn));
    catalogue?.tags.forEach(({ id, nameEn }) => add('words', id, nameEn));
    for (const [code, names] of Object.entries(periods)) add('period', code, ...names);
  }

  find(kind: ColumnKind, text: string): string | undefined {
    return this.codes.get(`${kind}|${same(text)}`);
  }
}
