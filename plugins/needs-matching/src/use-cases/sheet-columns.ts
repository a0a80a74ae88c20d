/** The columns of the list as a sheet: what `exportResources` writes and `importResources` reads (RES-8). */
import type { Resource } from '../model/resources.ts';
import { periods } from '../model/resources.ts';
import type { ResourceEntries } from './resource-entries.ts';

export interface SheetColumn {
  readonly name: string;
  readonly label: string;
  readonly write: (resource: Resource) => string;
}

/** Declared to have none of what can be asked for. */
const nothing = '无';

const list = (words: readonly string[] | null): string => (words === null ? '' : words.join('、'));

export const sheetColumns: readonly SheetColumn[] = [
  { name: 'code', label: '编码', write: ({ code }) => code },
  { name: 'type', label: '类别', write: ({ type }) => type },
  { name: 'title', label: '名称', write: ({ title }) => title },
  { name: 'provider', label: '提供方', write: ({ provider }) => provider },
  { name: 'capacity', label: '容量', write: ({ capacity }) => String(capacity) },
  { name: 'unit', label: '单位', write: ({ unit }) => unit },
  { name: 'per', label: '周期', write: ({ per }) => per },
  { name: 'reserved', label: '已预留', write: ({ reserved }) => String(reserved) },
  {
    name: 'perRequestMax',
    label: '单次上限',
    write: ({ perRequestMax }) => (perRequestMax === null ? '' : String(perRequestMax)),
  },
  { name: 'from', label: '开始日期', write: ({ window }) => window.from },
  { name: 'to', label: '结束日期', write: ({ window }) => window.to },
  { name: 'price', label: '价格', write: ({ price }) => price },
  { name: 'tags', label: '标签', write: ({ tags }) => list(tags) },
  { name: 'subjects', label: '事项', write: ({ subjects }) => list(subjects) },
  {
    name: 'features',
    label: '特点',
    // Nothing at all is something else than nobody said.
    write: ({ features }) => (features !== null && features.length === 0 ? nothing : list(features)),
  },
  { name: 'townCode', label: '乡镇', write: ({ townCode }) => townCode ?? '' },
  { name: 'longitude', label: '经度', write: ({ place }) => (place === null ? '' : String(place.longitude)) },
  { name: 'latitude', label: '纬度', write: ({ place }) => (place === null ? '' : String(place.latitude)) },
  { name: 'crs', label: '坐标系', write: ({ place }) => place?.crs ?? '' },
  { name: 'accuracyM', label: '精度（米）', write: ({ place }) => (place === null ? '' : String(place.accuracyM)) },
  { name: 'description', label: '说明', write: ({ description }) => description },
];

export type Cell = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** A cell by the column's name or by its label, as text without spaces around it. */
function cell(row: Row, name: string): string {
  const column = sheetColumns.find((one) => one.name === name);
  for (const key of [name, column?.label ?? name])
    if (Object.prototype.hasOwnProperty.call(row, key)) {
      const value = row[key];
      return value === null || value === undefined ? '' : String(value).trim();
    }
  return '';
}

const words = (text: string): string[] =>
  text
    .split(/[、,，;；|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Full-width digits, thousands separators and a leading apostrophe are put right; anything else is not a number. */
function number(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/^'/, '').replace(/,/g, '');
  return plain !== '' && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** `2026/9/1`, `2026.09.01`, `2026年9月1日` and a sheet's serial number as `YYYY-MM-DD`; what is none of them stays as it is. */
export function dateText(text: string): string {
  const plain = text.normalize('NFKC');
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (parts !== null) {
    const [, year, month, day] = parts as unknown as [string, string, string, string];
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  // Days since 1899-12-30, as spreadsheets count (years 1954…2119).
  const serial = Number(plain);
  return Number.isInteger(serial) && serial >= 20_000 && serial < 80_000
    ? new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
    : text;
}

/** What a row says, in the form of the entries; not checked yet. `before`: what the sheet has no column for is kept. */
export function entriesFromRow(row: Row, before: Resource | undefined): Record<keyof ResourceEntries, unknown> {
  const [longitude, latitude] = [number(cell(row, 'longitude')), number(cell(row, 'latitude'))];
  const features = cell(row, 'features');
  const per = cell(row, 'per');
  const most = cell(row, 'perRequestMax');
  return {
    code: cell(row, 'code'),
    type: cell(row, 'type'),
    title: cell(row, 'title'),
    provider: cell(row, 'provider'),
    unit: cell(row, 'unit'),
    per: per === '' ? 'once' : (periods as readonly string[]).includes(per) ? per : undefined,
    capacity: number(cell(row, 'capacity')),
    reserved: cell(row, 'reserved') === '' ? 0 : number(cell(row, 'reserved')),
    window: { from: dateText(cell(row, 'from')), to: dateText(cell(row, 'to')) },
    price: cell(row, 'price'),
    tags: words(cell(row, 'tags')),
    subjects: words(cell(row, 'subjects')),
    features: features === '' ? null : features === nothing ? [] : words(features),
    specs: before?.specs ?? [],
    townCode: cell(row, 'townCode') === '' ? null : cell(row, 'townCode'),
    place:
      longitude === undefined && latitude === undefined
        ? null
        : {
            crs: cell(row, 'crs'),
            longitude,
            latitude,
            accuracyM: cell(row, 'accuracyM') === '' ? 0 : number(cell(row, 'accuracyM')),
          },
    conditions: before?.conditions ?? [],
    perRequestMax: most === '' ? null : number(most),
    description: cell(row, 'description'),
    parcel: before?.parcel ?? null,
    loan: before?.loan ?? null,
    trial: before?.trial ?? null,
    school: before?.school ?? null,
  };
}
