import { createPartialResponse } from 'workbox-range-requests';
import type { RouteHandlerCallback } from 'workbox-core';

/** The cache the pages put whole, verified files into (src/store/media-library.ts). */
const cacheName = 'leling-media';

/** A held file, or the part of it that a player asks for; what is not held comes from the hub and is not kept here. */
export const fromMediaCache: RouteHandlerCallback = async ({ request, url }) => {
  const held = await caches.open(cacheName).then((cache) => cache.match(url.pathname));
  if (held === undefined) return fetch(request);
  return request.headers.has('range') ? createPartialResponse(request, held) : held;
};
