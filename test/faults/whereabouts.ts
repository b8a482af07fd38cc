import type { Page } from 'playwright-core';
import { inHubFile } from '../support/hub-file.ts';

/** What a browser still holds of somebody's ✓. */
interface Held {
  /** In words: the store, or the journal's file. */
  readonly place: string;
  /** The mutation's, where the place tells it. */
  readonly mid: string | null;
}

/**
 * Where a ✓ is that its hub has not: for each member a sentence on what the kiosk's two media hold of it, what became of
 * that at the hub, and how the two stand with each other. To be read by whoever looks for what lost it.
 */
export async function whereabouts(
  memberIds: readonly string[],
  kiosk: Page,
  dataDir: string,
): Promise<readonly string[]> {
  const standing = `${await glassSays(kiosk)}; ${hubSays(dataDir)}`;
  const sentences = await Promise.all(
    memberIds.map(async (memberId) => {
      const held = await kiosk.evaluate(heldOf, memberId).catch((error: unknown) => String(error));
      if (typeof held === 'string') return `${memberId}: the browser does not tell: ${held}`;
      if (held.length === 0) return `${memberId}: neither store nor journal holds it`;
      const places = held.map(({ place, mid }) =>
        mid === null ? place : `${place} (${mid}: ${resultOf(dataDir, mid)})`,
      );
      return `${memberId}: in ${places.join(', ')}`;
    }),
  );
  return [...sentences, standing];
}

/** Runs in the page: looks through every store and journal of a device of this origin. */
async function heldOf(memberId: string): Promise<Held[]> {
  const held: Held[] = [];
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  const midIn = (text: string): string | null =>
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(text)?.[0] ?? null;
  const { storageBuckets } = navigator;
  const factories: [string, IDBFactory][] = [['no bucket', indexedDB]];
  for (const name of (await storageBuckets?.keys()) ?? []) {
    const bucket = await storageBuckets?.open(name, { durability: 'strict', persisted: true });
    if (bucket !== undefined) factories.push([name, bucket.indexedDB]);
  }
  for (const [bucket, factory] of factories) {
    for (const { name = '' } of await factory.databases()) {
      if (!name.endsWith(':device') && !name.includes(':device~')) continue;
      const database = await answer(factory.open(name));
      for (const store of ['outbox', 'kept']) {
        const values: unknown[] = await answer(database.transaction(store).objectStore(store).getAll());
        for (const text of values.map((value) => JSON.stringify(value)))
          if (text.includes(memberId))
            held.push({ place: `${store} of ${name} in ${bucket}`, mid: midIn(text) });
      }
      database.close();
    }
  }
  for await (const [name, folder] of (await navigator.storage.getDirectory()).entries()) {
    if (!(folder instanceof FileSystemDirectoryHandle) || !name.endsWith('_journal')) continue;
    for await (const [entry, file] of folder.entries()) {
      if (!(file instanceof FileSystemFileHandle)) continue;
      const text = await (await file.getFile()).text();
      if (text.includes(memberId)) held.push({ place: `journal ${name}/${entry}`, mid: null });
    }
  }
  return held;
}

async function glassSays(kiosk: Page): Promise<string> {
  const signedOut = await kiosk.locator('ll-signed-out, ll-pairing-page').count();
  const { status } = await kiosk.evaluate(async () => {
    const name = (/[^"]*-kiosk|kiosk-[^"]*/.exec(localStorage.getItem('leling:devices') ?? '') ?? [''])[0];
    return fetch(`/api/me?device=${encodeURIComponent(name)}`).catch(() => ({ status: 0 }));
  });
  return `the hub answers the kiosk's page ${status}${signedOut > 0 ? ', and the glass asks to be paired' : ''}`;
}

/** How staff see the kiosk. */
function hubSays(dataDir: string): string {
  const rows = inHub(dataDir, `select data from row where bucket like 'staff:%' and kind = 'device'`);
  const kiosks: readonly { readonly kind: string; readonly keptAtMs?: number | null }[] = rows.map(
    ({ data }) => JSON.parse(data ?? 'null'),
  );
  const kept = kiosks.some(({ kind, keptAtMs }) => kind === 'kiosk' && keptAtMs != null);
  return kept
    ? 'it knows by what the kiosk proves itself'
    : 'it was never told by what the kiosk proves itself';
}

function resultOf(dataDir: string, mid: string): string {
  const [found] = inHub(dataDir, `select result as data from mutation where mid = ?`, mid);
  return found?.data ?? 'it never came to the hub';
}

function inHub(dataDir: string, query: string, ...values: readonly string[]): { data: string | null }[] {
  return inHubFile(dataDir, (file) => file.prepare<string[], { data: string | null }>(query).all(...values));
}
