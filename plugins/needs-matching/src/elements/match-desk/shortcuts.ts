/** Keys that act at once. One plain key is enough, so they can be switched off and never act in a field (WCAG 2.1.4). */

const storageKey = 'zs-match-desk-keys';

export function readKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function keepKeysOn(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

/** Controls in which a key is meant for the control itself. */
const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog, dialog *';

/** The key, where it is alone and not meant for what has the focus. */
export function plainKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const at = event.composedPath()[0];
  if (at instanceof Element && at.matches(typing)) return undefined;
  return event.key;
}

/** `0` for the key 1, up to 8 for 9. */
export function chosenByKey(key: string): number | undefined {
  return /^[1-9]$/.test(key) ? Number(key) - 1 : undefined;
}
