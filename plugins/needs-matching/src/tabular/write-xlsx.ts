/** A workbook with one sheet of text and numbers (ECMA-376), written in slices. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { withoutControls } from './safe-text.ts';
import { Slices } from './slices.ts';
import { columnLetters } from './xlsx-text.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const xlsxType = `${spreadsheet}.sheet`;

const fixedFiles = (title: string): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xmlText(title.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
];

export function xmlText(text: string): string {
  return withoutControls(text)
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Up to fifteen digits and no leading zero: what a spreadsheet keeps exactly; codes such as 007 stay text. */
const isNumber = (text: string): boolean =>
  /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;

/** Text is typed as text, so nothing of it is ever a formula. */
function cellXml(text: string, at: string): string {
  if (text === '') return '';
  if (isNumber(text)) return `<c r="${at}"><v>${text}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** `title`: name of the sheet; one of `\ / ? * [ ] :` in it becomes a space. */
export async function writeXlsx(title: string, rows: Iterable<readonly string[]>, signal?: AbortSignal): Promise<Blob> {
  const slices = new Slices(signal);
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    parts.push(data);
  });
  for (const [name, text] of fixedFiles(title.replace(/[\\/?*[\]:]/g, ' '))) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  let text = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number += 1;
    text += `<row r="${number}">${row.map((cell, index) => cellXml(cell, columnLetters(index) + number)).join('')}</row>`;
    if (text.length < 64 * 1024) continue;
    sheet.push(strToU8(text));
    text = '';
    await slices.rest();
  }
  sheet.push(strToU8(`${text}</sheetData></worksheet>`), true);
  zip.end();
  return new Blob(parts as BlobPart[], { type: xlsxType });
}
