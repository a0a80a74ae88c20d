/** What the terminal shows when the server is up. */
import type { Persona } from '@zhaoshang/server';

export interface Announcement {
  readonly url: string;
  readonly store: string;
  readonly zone: string;
  readonly seeded: readonly string[];
  readonly personas: readonly Persona[];
  readonly demo: boolean;
}

export function announcement({ url, store, zone, seeded, personas, demo }: Announcement): string {
  const lines = [
    '',
    '  招商协作组件  Zhaoshang Kit',
    '',
    ...table([
      ['门户 Portal', url],
      ['接口 API', `${url}openapi.json`],
      ['数据 Data', `${store} · ${zone}${seeded.length > 0 ? ' · 已装入预设 preset loaded' : ''}`],
    ]),
  ];
  if (demo)
    lines.push(
      '',
      '  演示身份 Demo personas（在页面右上角切换 / switch at the top of the page）',
      ...table(personas.map(({ id, title, note }) => [id, title['zh-CN'], note['zh-CN']])),
    );
  return [...lines, '', '  按 Ctrl-C 停止 / Ctrl-C stops the server', ''].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, columnsOf(cell))));
  return rows.map((row) =>
    `    ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell))).join('   ')}`.trimEnd(),
  );
}

/** Terminal columns: Chinese characters and full-width signs take two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}
