import { shape } from '../kernel/guards.ts';
import type { Json } from '../kernel/json.ts';
import { timeOfMid } from '../protocol/client/chain.ts';
import { listKept, listUnsent, type Entry } from '../protocol/client/records.ts';
import { SEALED } from '../protocol/wire/sealed-item.ts';
import { openStorage } from './storage/open-storage.ts';

/** What lies in a store and is about somebody. All but `sealed` lies in words, under no key. */
interface WorkHere {
  /** Changes that the hub does not have. They have to outlive any key. */
  readonly unsent: number;
  /** Changes that the hub has, and may yet lose. */
  readonly kept: number;
  /** Such as are sealed by then under the hub's key, which is not here: changes of any sort. */
  readonly sealed: number;
  /** When the oldest in words was made, by the device's clock, Unix ms; null where there is none. */
  readonly sinceMs: number | null;
  /** Rows. */
  readonly rows: number;
}

/** Counts what lies plain in a store and is about somebody. Fails where it does not open. */
export async function workHere(name: string, isAbout: (said: unknown) => boolean): Promise<WorkHere> {
  const isRow = shape({ data: (data): data is Json => isAbout(data) });
  const about = (entries: readonly Entry[]): readonly Entry[] =>
    entries.filter(({ mut }) => isAbout(mut.args));
  const storage = openStorage(name, { diskOnly: true });
  try {
    const { unsent, all, rows } = await storage.read(async (tx) => ({
      unsent: about(await listUnsent(tx)),
      all: (await listKept(tx)).flat(),
      rows: (await tx.list('base', [])).filter(isRow).length,
    }));
    const kept = about(all);
    const times = [...unsent, ...kept].map(({ mut }) => timeOfMid(mut.mid));
    return {
      unsent: unsent.length,
      kept: kept.length,
      sealed: all.filter(({ mut }) => mut.name === SEALED).length,
      sinceMs: times.length === 0 ? null : Math.min(...times),
      rows,
    };
  } finally {
    storage.close();
  }
}
