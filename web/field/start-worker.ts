/**
 * Registers the worker that opens the page without a network. A new one waits until no tab has a
 * sheet open: whoever writes is never handed another page.
 */

const openSheet = 'a sheet is open';

/** Without a certificate no browser keeps a page for later. */
export function opensOffline(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator;
}

export function startWorker(): void {
  if (!opensOffline() || import.meta.env.DEV) return;
  let isFirst = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over a page that is its own already.
    if (!isFirst) window.location.reload();
    isFirst = false;
  });
  void navigator.serviceWorker
    .register('/field/worker.js', { scope: '/field/', updateViaCache: 'none' })
    .catch(() => {}); // the page works on; it only does not open without a network
}

/** Holds back a new page as long as a sheet is open here. @returns what lets go */
export function holdPage(): () => void {
  if (!('locks' in navigator)) return () => {};
  let letGo = () => {};
  const open = new Promise<void>((done) => {
    letGo = done;
  });
  void navigator.locks.request(openSheet, { mode: 'shared' }, () => open).catch(() => {});
  return () => letGo();
}

/** Lets a new page take over if no tab has a sheet open. */
export async function takeNewPage(): Promise<void> {
  if (!opensOffline() || !('locks' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration('/field/');
  if (!registration) return;
  await registration.update().catch(() => {}); // without a network there is none that is new
  const waiting = await waitingIn(registration);
  await navigator.locks.request(openSheet, { ifAvailable: true }, async (lock) => {
    if (lock) waiting?.postMessage('take over');
  });
}

/** The new worker once its files are all there; undefined where nothing is new. */
function waitingIn({ installing, waiting }: ServiceWorkerRegistration): Promise<Waiting> {
  if (!installing || waiting) return Promise.resolve(waiting ?? undefined);
  return new Promise((done) => {
    installing.addEventListener('statechange', () => {
      if (installing.state === 'installed') done(installing);
      if (installing.state === 'redundant') done(undefined);
    });
  });
}

type Waiting = ServiceWorker | undefined;

/** Asks the browser to send what waits when there is a network, even if the page is closed by then. */
export async function askBackground(): Promise<void> {
  if (!opensOffline()) return;
  const registration = (await navigator.serviceWorker.ready) as Partial<WithSync>;
  await registration.sync?.register('send-sheets').catch(() => {});
}

/** Not every browser has it; where it is missing, sheets go when the page is opened again. */
interface WithSync {
  readonly sync: { register(tag: string): Promise<void> };
}
