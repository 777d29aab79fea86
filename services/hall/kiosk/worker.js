// A terminal that starts without the network: the page that says so and the shell's own files are kept here, hashed, by the
// build (vite.config.ts). Never an answer of a service, never anything of anybody.
/* global __VERSION__, __SHELL__ */

const CACHE = `kiosk-${__VERSION__}`;
const SHELL = __SHELL__;
const OFFLINE = '/hall/kiosk/offline.html';
const PATIENCE_MS = 8_000;

/** Keep the files of this version, all of them or none. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.map((path) => new Request(path, { cache: 'reload' })));
  await self.skipWaiting();
}

/** Forget those of other versions. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** A page from the network, always; where it does not come, the one that says so. */
async function opened(request) {
  const answer = await fetch(request, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  return answer?.ok || answer?.type === 'opaqueredirect' ? answer : kept(OFFLINE);
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(opened(request));
  else if (SHELL.includes(pathname)) event.respondWith(kept(request));
});
