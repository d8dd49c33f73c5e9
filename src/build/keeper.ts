/**
 * The service worker: it keeps one build of the page, whole or not at all, and answers from it. Every part of a page has
 * a name that changes with its content, so a page of an older build finds its own parts in the older cache, which is
 * kept for as long as such a page is open. A newer worker waits until the reader asks for it, or all pages are closed.
 */

/** Written before this by the build: the name of the build, and its files with their SHA-256 in hexadecimal. */
declare const BUILD: string;
declare const FILES: readonly (readonly [path: string, digest: string])[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const base = worker.registration.scope;
/** Other copies of the page may live under other paths of the host. */
const PREFIX = `raftarium ${base} `;
const NAME = PREFIX + BUILD;
const addressOf = (path: string) => new URL(path, base).href;
/** What the worker remembers between two of its lives, kept among the files. */
const MEMORY = addressOf('.raftarium/memory');

interface Memory {
  /** The caches of builds before this one. */
  readonly older: readonly string[];
  /** The pages that were open when this build took over. */
  readonly pages: readonly string[];
}

const remember = async (memory: Memory) => (await caches.open(NAME)).put(MEMORY, Response.json(memory));

async function remembered(): Promise<Memory> {
  const kept = await (await caches.open(NAME)).match(MEMORY);
  return kept === undefined ? { older: [], pages: [] } : kept.json();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
  // A page that has just come says so: the one before it in its window is gone by now.
  if (event.data === 'here') event.waitUntil(tidy());
});

async function install(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const older = names.filter((name) => name !== NAME);
  const cache = await caches.open(NAME);
  try {
    await Promise.all(FILES.map(([path, digest]) => keep(cache, addressOf(path), digest)));
    await remember({ older, pages: [] });
  } catch (error) {
    // What was whole before, as when an older build is put back, stays.
    if (!names.includes(NAME)) await caches.delete(NAME);
    throw error;
  }
}

/** Keeps a file that is here already, or is fetched; another content than that of this build is refused. */
async function keep(cache: Cache, address: string, digest: string): Promise<void> {
  const known = await caches.match(address);
  if (known !== undefined && (await putIfSame(cache, address, known, digest))) return;
  const fetched = await fetch(address, { cache: 'no-cache' });
  if (!fetched.ok || !(await putIfSame(cache, address, fetched, digest)))
    throw new Error(`${address} is not of build ${BUILD}`);
}

async function putIfSame(cache: Cache, address: string, response: Response, digest: string): Promise<boolean> {
  const bytes = await response.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if ([...found].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== digest) return false;
  const headers = new Headers(response.headers);
  // They told of the bytes as they travelled.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // A new answer, since one that was redirected may not stand for a page.
  await cache.put(address, new Response(bytes, { headers }));
  return true;
}

const openPages = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

async function takeOver(): Promise<void> {
  const pages = (await openPages()).map(({ id }) => id);
  await remember({ ...(await remembered()), pages });
  await worker.clients.claim();
  await tidy();
}

/** Drops the older builds when no page is open that may be of one of them. */
async function tidy(): Promise<void> {
  const { older, pages } = await remembered();
  const open = new Set((await openPages()).map(({ id }) => id));
  if (older.length === 0 || pages.some((id) => open.has(id))) return;
  await Promise.all(older.map((name) => caches.delete(name)));
  await remember({ older: [], pages: [] });
}

/** The address of the file that is asked for; whatever is after `?` is for the page. */
function fileOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}` === base ? addressOf('index.html') : `${origin}${pathname}`;
}

const OWN = new Set(FILES.map(([path]) => addressOf(path)));
/** What has its content in its name. */
const isPart = (file: string) => file.startsWith(addressOf('assets/')) || file.startsWith(addressOf('embed/'));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const file = fileOf(request.url);
  if (request.method !== 'GET' || !(OWN.has(file) || isPart(file))) return;
  event.respondWith(answer(request, file));
});

async function answer(request: Request, file: string): Promise<Response> {
  const own = await (await caches.open(NAME)).match(file);
  // The name of a part says its content, so it is right whichever build it comes from.
  return own ?? (isPart(file) ? await caches.match(file) : undefined) ?? fetch(request);
}
