import type { ClientStorage, Journal } from '../../protocol/client/ports.ts';
import { listKept, listUnsent } from '../../protocol/client/records.ts';

/** A journal is written anew when a page takes the lead; one without room only at a later start. */
const LOOK_EVERY_MS = 10_000;

/** Resolves once a journal that was lost holds again all that the store has of a person's work. */
export async function untilHoldsAll(
  storage: ClientStorage,
  journal: Journal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  while (!(await holdsAll(storage, journal).catch(cannotRead)))
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
}

async function holdsAll(storage: ClientStorage, journal: Journal): Promise<boolean> {
  const held = await storage.read(async (tx) => [...(await listKept(tx)).flat(), ...(await listUnsent(tx))]);
  const written = new Set((await journal.readAll()).map(({ mid }) => mid));
  return held.every(({ mut }) => written.has(mut.mid));
}

/** Cannot be read is not whole. */
const cannotRead = (error: unknown): boolean => {
  console.error(error);
  return false;
};
