/** Has the page kept for reading offline, and hears of newer builds. */

/** Makes the newer build the one that is shown. */
export type TakeNewer = () => void;

/** A page in a frame belongs to its host; one that is a file, or whose origin is hidden, can keep nothing. */
function canKeep(): boolean {
  if (window.parent !== window || window.origin === 'null') return false;
  return window.isSecureContext && /^https?:$/.test(location.protocol) && 'serviceWorker' in navigator;
}

/** When the page has been loaded and the browser has nothing better to do. */
async function whenIdle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((done) => window.addEventListener('load', done, { once: true }));
  }
  const { requestIdleCallback } = window;
  if (requestIdleCallback !== undefined) await new Promise((done) => requestIdleCallback(done));
}

/**
 * Registers the service worker.
 *
 * @param onNewer called when a newer build has been kept whole and waits
 */
export async function watchVersion(onNewer: (take: TakeNewer) => void): Promise<void> {
  if (!canKeep()) return;
  await whenIdle();
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('./sw.js').catch(() => null);
  if (registration === null || registration === undefined) return;
  serviceWorker.controller?.postMessage('here');
  const offer = (worker: ServiceWorker) => onNewer(() => takeOver(worker));
  if (registration.waiting !== null && serviceWorker.controller !== null) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller !== null) offer(worker);
    });
  });
}

/** Other pages that are open stay what they are: the older build is kept for them. */
function takeOver(worker: ServiceWorker): void {
  const reload = () => location.reload();
  if (worker.state === 'activated') reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  worker.postMessage('take over');
}
