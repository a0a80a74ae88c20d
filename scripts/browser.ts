/** What tests need to start a browser: `chromium.launch({ executablePath: chromePath(), args: [...chromeArgs] })`. */
import { chromeArgs as args, findBrowser } from './find-browser.mjs';

export const chromeArgs: readonly string[] = args;

/** Path of the browser under test; throws with what to do when there is none. */
export function chromePath(): string {
  const path = findBrowser();
  if (path === undefined)
    throw new Error(
      'No Chromium or Chrome was found: install one, name it in CHROME_PATH, or run `npm test`, which tries to install it.',
    );
  return path;
}
