/** Longest code that people write with a space or a hyphen in it. */
const shortLength = 8;

/**
 * The check-in code in what was typed or scanned: full-width characters and lower case are put right, of an address its `code`
 * is taken, else the last run of letters and digits. A scanner types its text and then Enter.
 */
export function checkInCodeOf(text: string): string {
  const clean = text.normalize('NFKC').trim();
  const named = /[?&#]code=([^&#\s]+)/i.exec(clean)?.[1];
  const bare = (named ?? clean).toUpperCase();
  const joined = bare.replace(/[\s-]/g, '');
  if (joined.length <= shortLength) return joined;
  const runs = bare.match(/[A-Z0-9]+/g) ?? [];
  return (runs[runs.length - 1] ?? '').slice(0, 20);
}
