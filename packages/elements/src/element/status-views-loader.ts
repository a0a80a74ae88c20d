/** The shared views of errors, sign-in and offline: loaded at the first need, or in a quiet moment, before the network is gone. */

type StatusViews = typeof import('./status-views.ts');

const quietMilliseconds = 4000;
let views: StatusViews | undefined;
let loading: Promise<void> | undefined;
let planned = false;

export const statusViews = (): StatusViews | undefined => views;

export function loadStatusViews(): Promise<void> {
  loading ??= import('./status-views.ts').then(
    (module) => {
      views = module;
    },
    (error: unknown) => {
      loading = undefined; // the next need tries again
      throw error;
    },
  );
  return loading;
}

/** Called by every element once it is ready; loads once per page. */
export function planStatusViews(): void {
  if (planned) return;
  planned = true;
  setTimeout(() => loadStatusViews().catch(() => undefined), quietMilliseconds);
}
