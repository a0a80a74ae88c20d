/** What a cell must not do to whoever opens the file, and what must not come in with one. */

/** Control characters other than tab and line end, NUL among them; XML has no way to write them. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
/** Marks that turn the direction of writing: a text can look like another one with them (CVE-2021-42574). */
const turning = /[\u202A-\u202E\u2066-\u2069]/;

export const withoutControls = (text: string): string => text.replace(controls, '');
export const hasControls = (text: string): boolean => text.search(controls) >= 0;
export const turnsDirection = (text: string): boolean => turning.test(text);

const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); a number stays a number. */
export const withoutFormula = (text: string): string =>
  /^[\s\u0000-\u001F]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text)
    ? plainNumber.test(text)
      ? text
      : `'${text}`
    : text;

/** Takes that apostrophe away again, so that an exported file can be imported unchanged. */
export const withFormula = (text: string): string =>
  text.startsWith("'") && withoutFormula(text.slice(1)) === text ? text.slice(1) : text;
