import { Workbox } from 'workbox-window';
import type { LocalStore } from '../protocol/client/api.ts';
import { knownHub } from '../store/known-hub.ts';
import { askBuilds } from './builds.ts';
import { reloadWhenQuiet } from './reload-when-quiet.ts';
import { tellWorker } from './worker.ts';

const hourMs = 3_600_000;
/** How often a page says that it is well. */
const STEADY_MS = 60_000;
/** And while another build waits for its turn, or has it and is not yet proved. */
const CLOSE_MS = 5000;
const WAITING_MS = 20_000;
const REGISTER_MS = 15_000;

/**
 * Registers the service worker and is its word with this page; called once the face is ready, which is said to it. The
 * worker alone decides which build the pages get (src/sw/README.md). A newer one takes over only when no page of this
 * profile is being used, and the pages then start anew.
 * @param store what the face syncs through; none where the page has no face yet
 */
export function keepAppFresh(busy: () => boolean, store?: LocalStore): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const others = new BroadcastChannel('leling:in-use');
  // Another page of this profile asks whether it may replace the app under this one.
  others.onmessage = (event) => {
    if (event.data === 'may-update' && busy()) others.postMessage('busy');
  };
  let next: ReturnType<typeof setTimeout> | undefined;
  // A face names its hub once that has let it in; a page that is nobody's yet has but the word of who answers.
  let throughToHub = store === undefined;
  const turn = async (look: boolean): Promise<void> => {
    clearTimeout(next);
    const builds = await askBuilds(look, throughToHub ? knownHub.id() : null);
    const waiting = builds?.waiting ?? null;
    const waitMs = waiting !== null ? WAITING_MS : (builds?.trial ?? null) !== null ? CLOSE_MS : STEADY_MS;
    clearTimeout(next);
    next = setTimeout(() => void turn(false), waitMs);
    if (waiting !== null && !busy() && (await nobodyElseBusy())) tellWorker('TAKE-OVER', { key: waiting });
  };
  // Not by Workbox, which passes on no word of a worker that another page let in.
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    const type: unknown = data?.type;
    if (type === 'START-ANEW') reloadWhenQuiet(busy);
    if (type === 'WAITING') void turn(false);
  });
  const hello = (): void => {
    tellWorker('READY', { talks: store !== undefined });
    void turn(true);
  };
  // Nor only once it is registered: a worker may answer for the page before.
  navigator.serviceWorker.addEventListener('controllerchange', hello);
  navigator.serviceWorker.startMessages();
  hello();
  if (store !== undefined)
    tellOfHub(store, {
      synced: () => {
        throughToHub = true;
        tellWorker('SYNCED');
        void turn(false);
      },
      back: () => void turn(true),
    });
  keepRegistered();
}

/** Tells when the hub was got through to, and asks for its build when it is back: it may be another hub than before. */
function tellOfHub(
  store: LocalStore,
  { synced: tellSynced, back }: { readonly synced: () => void; readonly back: () => void },
): void {
  const before = store.status().lastSyncMs;
  const startedMs = (store.time().nowMs ?? Infinity) - performance.now();
  let synced = false;
  let reached = true;
  store.watchStatus(({ link, lastSyncMs }) => {
    // A hub that knows the device no more was got through to as well.
    const pulled = lastSyncMs !== null && (lastSyncMs !== before || lastSyncMs > startedMs);
    if (!synced && (pulled || link === 'signed-out')) {
      synced = true;
      tellSynced();
    }
    const wasReached = reached;
    reached = link === 'live' || link === 'polling';
    if (reached && !wasReached) back();
  });
}

/** A stranger on the line lets no worker in, and it is asked for again until the hub answers. */
function keepRegistered(): void {
  let worker: Workbox | undefined;
  const register = async (): Promise<void> => {
    const known = await navigator.serviceWorker.getRegistration();
    if (worker !== undefined && known !== undefined && known.active !== null) return;
    worker = new Workbox('/sw.js');
    await worker.register({ immediate: true });
  };
  void register().catch(() => undefined);
  setInterval(() => void register().catch(() => undefined), REGISTER_MS);
  setInterval(() => void worker?.update().catch(() => undefined), hourMs);
}

/** Asks the other pages; one that is used answers at once. */
function nobodyElseBusy(): Promise<boolean> {
  const channel = new BroadcastChannel('leling:in-use');
  return new Promise((resolve) => {
    const decide = (quiet: boolean): void => {
      channel.close();
      clearTimeout(timer);
      resolve(quiet);
    };
    const timer = setTimeout(() => decide(true), 500);
    channel.onmessage = (event) => {
      if (event.data === 'busy') decide(false);
    };
    channel.postMessage('may-update');
  });
}
