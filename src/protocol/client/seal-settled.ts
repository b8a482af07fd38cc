import { SEALED } from '../wire/sealed-item.ts';
import type { WireMutation } from '../wire/wire.ts';
import { isLive, pulledLasts } from './overlay.ts';
import type { ClientStorage, Journal, StoreTx } from './ports.ts';
import { listKept, readClient, writeKept, type Entry } from './records.ts';

/** How a change is put under the hub's key; one that is there already stays as it is. */
export type SealForHub = (mut: WireMutation) => WireMutation;

/** It takes one turn to make the empty file, one to write there, and one to see that it is so. */
const TIDY_TURNS = 3;

/**
 * Seals in the store what the hub has and every bucket has been pulled past, and then in the journal: nobody reads it
 * here any more, and the hub, should it have lost it, opens it. What lies over rows yet to be pulled waits: returns
 * whether there is such.
 */
export async function sealSettled(
  storage: ClientStorage,
  journal: Journal,
  seal: SealForHub,
): Promise<boolean> {
  const { sealed, waits } = await storage.write((tx) => sealKept(tx, seal), { only: [] });
  if (sealed.size === 0) return waits;
  const worded = (await journal.readAll()).filter(({ mid, name }) => name !== SEALED && sealed.has(mid));
  await journal.append(worded.flatMap(({ mid }) => sealed.get(mid) ?? []));
  for (let turn = 0; turn < TIDY_TURNS; turn += 1) if ((await journal.tidy?.()) !== false) break;
  return waits;
}

/** What of `kept` is sealed, by mid, and whether some of it cannot be yet. */
async function sealKept(
  tx: StoreTx,
  seal: SealForHub,
): Promise<{ readonly sealed: ReadonlyMap<string, WireMutation>; readonly waits: boolean }> {
  const sealed = new Map<string, WireMutation>();
  const client = await readClient(tx);
  let waits = false;
  if (client === undefined) return { sealed, waits };
  const lasts = await pulledLasts(tx);
  for (const push of await listKept(tx)) {
    if (push.some((entry) => isLive(entry, client, lasts))) {
      waits = true;
      continue;
    }
    const entries = push.map((entry) => sealedEntry(entry, seal));
    if (entries.some((entry, at) => entry !== push[at])) writeKept(tx, entries);
    for (const { mut } of entries) if (mut.name === SEALED) sealed.set(mut.mid, mut);
  }
  return { sealed, waits };
}

function sealedEntry(entry: Entry, seal: SealForHub): Entry {
  const mut = seal(entry.mut);
  return mut === entry.mut ? entry : { mut, touched: entry.touched, madeAtMono: 0, bootId: '' };
}
