/// <reference lib="WebWorker" />
import { registerRoute } from 'workbox-routing';
import type { RouteHandlerCallback } from 'workbox-core';
import { asideOf } from './aside.ts';
import { keptBuild } from './builds.ts';
import { Fonts } from './fonts.ts';
import { Hub } from './hub.ts';
import { Keeper } from './keeper.ts';
import { fromMediaCache } from './media.ts';
import { Memory } from './memory.ts';
import { openPages } from './pages.ts';
import type { Healed } from './ports.ts';
import { rescuePage } from './rescue.ts';
import { Warden } from './warden.ts';
import { readRing, ring, toConsole } from './ring.ts';
import { readWord, type Word } from './words.ts';

declare const self: ServiceWorkerGlobalScope;

declare global {
  interface ExtendableEvent {
    /** Of the `install` event: what goes past this worker. Chromium 123 and later. */
    readonly addRoutes?: (routes: readonly Route[]) => Promise<void>;
  }
}

interface Route {
  readonly condition: { readonly urlPattern: { readonly pathname: string } };
  readonly source: 'network';
}

/*
 * What answers a request:
 *
 *   a page ........................... the build that serves, whatever the address's parameters; else one that was proved;
 *                                      else the hub itself; else the page in this script that tries again
 *   /assets, /icons, lists ........... any build on the device that names it, else any cache, else the network
 *   /assets/*.woff2 .................. the fonts' cache, else the network
 *   /media/HASH ...................... the whole file the device holds, in the ranges asked for, else the network
 *   /sync, /api, /link and all else .. the browser itself: this worker does not touch it
 *
 * No line waits for the network when the device has the answer, so that a hub that hangs delays nothing. This script knows no
 * build: it serves what is on the device, and is the same whatever the hub serves.
 */
const told: { readonly kind: Parameters<Healed>[0]; readonly detail: string }[] = [];
const healed: Healed = (kind, detail) => void told.push({ kind, detail });
const aside = asideOf(caches);
const memory = new Memory(caches, aside);
const hub = new Hub(
  (path, init) => fetch(path, init),
  async () => (await memory.read()).hub ?? null,
);
const keeper = new Keeper(caches, aside, hub, healed);
const fonts = new Fonts(caches, memory, keeper, hub, healed);
const warden = new Warden(
  memory,
  keeper,
  hub,
  openPages,
  {
    now: () => performance.now(),
    clock: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  },
  healed,
);

// While this script is still being started for a page: what it must know is on its way.
void memory.read();

const page: RouteHandlerCallback = async ({ request, url, event }) => {
  if (!(event instanceof FetchEvent)) return fetch(request);
  const face = url.pathname.replace(/\.html$/, '');
  const file = face === '/' ? '/index.html' : `${face}.html`;
  event.waitUntil(laterLook());
  const shown = await warden.page({
    file,
    face,
    address: url.pathname + url.search,
    id: event.resultingClientId,
    lasting: (work) => event.waitUntil(work),
  });
  if (shown !== null) return shown;
  // An address that is no page's is the hub's to answer. Where pages are lost, whoever else is on the line shows none.
  const rescue = (): Response => rescuePage(face);
  return (await warden.mayHave(file)) && !(await hub.answers()) ? rescue() : fetch(request).catch(rescue);
};

const part: RouteHandlerCallback = async ({ request, url, event }) => {
  const found = await warden.part(url.pathname, event instanceof FetchEvent ? event.clientId : '');
  if (found === 'lost') return Response.error();
  if (found !== 'unknown') return found;
  // A page of the time before this worker has its parts in a cache of then.
  return (await caches.match(url.pathname, { ignoreSearch: true })) ?? fetch(request);
};

const font: RouteHandlerCallback = async ({ request, url }) =>
  (await fonts.read(url.pathname)) ?? fetch(request);

const notPages = /^\/(sync|api|link|media|metrics|plain-page)\b/;
registerRoute(
  ({ url, sameOrigin, request }) =>
    sameOrigin &&
    request.mode === 'navigate' &&
    /^\/[a-z-]*(\.html)?$/.test(url.pathname) &&
    !notPages.test(url.pathname),
  page,
);
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.woff2'), font);
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && /^\/(assets\/|icons\/|(again\.js|(manifest|staff)\.webmanifest)$)/.test(url.pathname),
  part,
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/media\/[0-9a-f]{64}$/.test(url.pathname),
  fromMediaCache,
);

/**
 * What this worker does not touch need not ask it: one that sleeps would first be started, and a press in the canteen wait
 * for that. Engines without such routes go on asking.
 */
const PAST_ME = ['/sync/*', '/api/*'].map((pathname): Route => ({
  condition: { urlPattern: { pathname } },
  source: 'network',
}));

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.resolve(event.addRoutes?.(PAST_ME)).catch(() => undefined));
  event.waitUntil(
    warden.install().then(async ({ first }) => {
      // Its builds are there and were served by a worker of the same duty: nobody notices the change.
      if (!first) await self.skipWaiting();
    }),
  );
});
self.addEventListener('activate', (event) => {
  memory.forget();
  event.waitUntil(self.clients.claim());
});

/** A push that says nothing we know is none: what the browser itself says of it then is better than a lie. */
self.addEventListener('push', (event) => {
  let said: unknown = null;
  try {
    said = event.data?.json();
  } catch {
    return;
  }
  const wanted = readRing(said);
  if (wanted !== null) event.waitUntil(ring(self, wanted));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(toConsole(self));
});

self.addEventListener('message', (event) => {
  const word = readWord(event.data);
  const { source, ports } = event;
  if (word === null) return;
  if (word.type === 'HERE')
    event.waitUntil(
      warden
        .knows(word.hub)
        .then(() => warden.look({ now: word.look }))
        .then(() => warden.prove())
        .then(tidy),
    );
  const { pathname = '', search = '' } = source instanceof WindowClient ? new URL(source.url) : {};
  const id = source instanceof WindowClient ? source.id : '';
  event.waitUntil(
    hear(word, { id, face: pathname, address: pathname + search }).then((answer) =>
      ports[0]?.postMessage(answer),
    ),
  );
});

async function hear(
  word: Word,
  from: { readonly id: string; readonly face: string; readonly address: string },
): Promise<unknown> {
  switch (word.type) {
    case 'HERE': {
      await warden.here(from.id, word.build);
      const builds = await memory.read();
      const { waiting, trial, bad } = builds;
      return {
        waiting,
        trial: keptBuild(builds, trial?.key)?.list.id ?? null,
        bad: bad.filter(({ past }) => past !== true).map(({ id, why }) => ({ id, why })),
        healed: told.splice(0),
      };
    }
    case 'READY':
      return warden.ready(from.id, word.build, { ...from, talks: word.talks });
    case 'SYNCED':
      return warden.synced(word.build);
    case 'OPENING':
      return warden.opening(from.id);
    case 'FAILED':
      return warden.failed(word.build);
    case 'FORGIVE':
      return warden.forgiven(from.id, word.build, from.address);
    case 'TAKE-OVER':
      return warden.takeOver(word.key);
    case 'FONTS':
      return fonts.lacking();
    case 'BUILD':
      return (await memory.read()).current?.key ?? null;
    case 'SKIP_WAITING':
      return self.skipWaiting();
  }
}

/**
 * A page that fails says nothing: what it was given is looked into, and its mended build must come all the same. One that
 * does well is not disturbed.
 */
const laterLook = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await warden.prove();
  await warden.look();
};

/** The caches of the worker before this one, unless one of its kind is about to come back with an older hub. */
async function tidy(): Promise<void> {
  const ours = await warden.tidy();
  const { waiting, installing } = self.registration;
  if (!ours || waiting !== null || installing !== null) return;
  for (const name of await caches.keys()) if (name.startsWith('workbox-precache')) await caches.delete(name);
}
