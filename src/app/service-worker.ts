import { Workbox } from 'workbox-window';
import { reloadWhenQuiet } from './reload-when-quiet.ts';

declare const __BUILD__: string;

/** Names the build that runs. */
export const build: string = __BUILD__;

const hourMs = 3_600_000;
/** A build that has once been given the pages is not given them again within this time: it may be one that fails. */
const oncePerMs = 6 * hourMs;
const lookMs = 20_000;
const triedKey = 'leling:build-tried';
const startedKey = 'leling:build-started';

/**
 * Registers the service worker; called once the face is ready. A newer build that waits takes over only when no page of this
 * profile is being used, and the page then starts anew.
 *
 * Seam for rolling back: `leling:build-tried` names the build last let in and when; `leling:build-started` the last
 * one that came to `leling:ready`. A build that is tried and never started is a bad one.
 */
export function keepAppFresh(busy: () => boolean): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  localStorage.setItem(startedKey, build);
  const worker = new Workbox('/sw.js');
  const others = new BroadcastChannel('leling:in-use');
  // Another page of this profile asks whether it may replace the app under this one.
  others.onmessage = (event) => {
    if (event.data === 'may-update' && busy()) others.postMessage('busy');
  };
  let takingOver = false;
  const look = async (): Promise<void> => {
    if (takingOver || busy()) return;
    const next = await waitingBuild();
    if (next === null || triedLately(next) || !(await nobodyElseBusy())) return;
    takingOver = true;
    localStorage.setItem(triedKey, `${next}@${Date.now()}`);
    worker.messageSkipWaiting();
  };
  setInterval(() => void look(), lookMs);
  // The first worker takes this page over from none; one after it brings another build.
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The old build's parts may be gone from the cache now.
    if (controlled) reloadWhenQuiet(busy);
    controlled = true;
  });
  worker.register({ immediate: true }).catch(() => undefined);
  setInterval(() => worker.update().catch(() => undefined), hourMs);
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

/** The name of the build that waits, by its own word. */
async function waitingBuild(): Promise<string | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  const waiting = registration?.waiting;
  if (waiting === null || waiting === undefined) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(null), 2000);
    port1.onmessage = (event) => {
      clearTimeout(timer);
      resolve(String(event.data));
    };
    waiting.postMessage({ type: 'BUILD' }, [port2]);
  });
}

function triedLately(next: string): boolean {
  const text = localStorage.getItem(triedKey);
  if (text === null) return false;
  const [tried, atMs] = text.split('@');
  return tried === next && Date.now() - Number(atMs) < oncePerMs;
}
