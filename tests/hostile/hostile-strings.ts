/** Strings that break what is careless. Each sets `window.__executed` if a page runs it. */
const script = 'window.__executed=1';

/** Accepted as free text and given back byte by byte. */
export const harmless: Readonly<Record<string, string>> = {
  script: `<script>${script}</script>`,
  image: `<img src=x onerror="${script}">`,
  svg: `<svg onload=${script}>`,
  attribute: `" autofocus onfocus="${script}" x="`,
  template: '${window.__executed=1}{{constructor.constructor("window.__executed=1")()}}',
  address: `javascript:${script}//`,
  rightToLeft: '\u202e\u2066abc\u2069 עברית مرحبا\u200f',
  invisible: 'a\u200b\u200d\u00ad\ufeffb',
  combining: `Z${'\u0351\u0302'.repeat(12)}`,
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
  astral: '𠮷𪚥 \u{10ffff}',
  quotes: `'; DROP TABLE zs_sd_booking; -- "\\`,
  percent: '%00%ff%zz',
  climbing: '../../../../etc/passwd',
  prototype: '__proto__',
  separators: '\u2028\u2029\u0085',
  calendar: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM',
  formula: '=HYPERLINK("http://evil.example","x")',
  lines: 'a\r\n\tSet-Cookie: x=1',
};

/** Refused with a sentence wherever text is taken. */
export const illFormed: Readonly<Record<string, string>> = {
  nul: 'a\u0000b',
  loneHigh: 'a\ud800b',
  loneLow: '\udfff',
  controls: '\u0007\u001b[31m',
  deleted: 'a\u007fb',
};

export const long = 'x'.repeat(20_000);
export const megabyte = 'x'.repeat(1_048_576);
export const everyString: Readonly<Record<string, string>> = { ...harmless, ...illFormed, empty: '', long };
