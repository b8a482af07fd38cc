/// <reference lib="WebWorker" />
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { fromFontCache } from './fonts.ts';
import { fromMediaCache } from './media.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __BUILD__: string;

/*
 * What answers a request:
 *
 *   a page, script, style or icon of this build .. the precache, whatever the address's parameters; never the network
 *   /assets/*.woff2 .............................. the fonts' cache, else the network
 *   /media/HASH .................................. the whole file the device holds, in the ranges asked for, else the network
 *   /sync, /api, /link and all else .............. the browser itself: this worker does not touch it
 *
 * No line waits for the network when the device has the answer, so that a hub that hangs delays nothing.
 */
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/], cleanURLs: true });
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.woff2'), fromFontCache);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/media\/[0-9a-f]{64}$/.test(url.pathname),
  fromMediaCache,
);

cleanupOutdatedCaches();

// A first worker serves the open pages at once; a later one waits until the page says that nothing is being used.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'BUILD') event.ports[0]?.postMessage(__BUILD__);
});
