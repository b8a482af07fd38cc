import type { RouteHandlerCallback } from 'workbox-core';

/** Shared with the page's warm-up (src/app/fonts.ts). File names carry the hash of their content. */
const cacheName = 'leling-fonts';

/** A part of the typeface, kept once it has come. */
export const fromFontCache: RouteHandlerCallback = async ({ request, event }) => {
  const cache = await caches.open(cacheName);
  const held = await cache.match(request);
  if (held !== undefined) return held;
  const response = await fetch(request);
  if (response.status === 200) event.waitUntil(cache.put(request, response.clone()));
  return response;
};
