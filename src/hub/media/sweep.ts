import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CentreId } from '../../kernel/ids.ts';
import type { HubSync } from '../sync/api.ts';
import { systemTimers, type HubTimers } from '../ops/timers.ts';
import type { MediaUploads } from './uploads.ts';

const DAY_MS = 24 * 3_600_000;
/** What was taken out can be put back for so long; the oldest backup is no older. */
export const PUT_BACK_MS = 7 * DAY_MS;
/** A file without a row may be younger than the backup that was put back, and its row come with the next one. */
const ROWLESS_MS = 7 * DAY_MS;
const EACH_MS = 6 * 3_600_000;

interface SweepDeps {
  readonly sync: Pick<HubSync, 'now' | 'write'> & { readonly time: Pick<HubSync['time'], 'mayDestroy'> };
  readonly centreId: CentreId;
  readonly mediaDir: string;
}

/** Lets go of what was taken out a week ago, with the picture that stands for it, and of files that no row names. */
export async function sweepMedia({ sync, centreId, mediaDir }: SweepDeps): Promise<void> {
  // By a clock that may be wrong nothing is deleted.
  if (!sync.time.mayDestroy) return;
  const nowMs = sync.now();
  const kept = await sync.write(centreId, async (tx) => {
    const all = await tx.list('centre', 'media');
    const over = new Set<string>();
    for (const media of all) {
      // Taken out while the hub was not sure of its time: the week begins now.
      if (media.removedAtMs === 0)
        await tx.put('centre', 'media', media.id, { ...media, removedAtMs: nowMs });
      else if (media.removedAtMs !== undefined && nowMs - media.removedAtMs > PUT_BACK_MS) over.add(media.id);
    }
    for (const { id, posterOf } of all) if (posterOf !== undefined && over.has(posterOf)) over.add(id);
    for (const id of over) await tx.remove('centre', 'media', id);
    return new Set<string>(all.map(({ id }) => id).filter((id) => !over.has(id)));
  });
  for (const name of await readdir(mediaDir).catch((): string[] => [])) {
    if (kept.has(name)) continue;
    const file = join(mediaDir, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true && Date.now() - found.mtimeMs > ROWLESS_MS) await rm(file, { force: true });
  }
}

/** Does so now and every few hours, and lets go of uploads that nobody goes on with. Returns the disposer. */
export function startMediaSweep(
  deps: SweepDeps,
  { tidy, failed }: { readonly tidy: MediaUploads['tidy']; readonly failed: (error: unknown) => void },
  timers: HubTimers = systemTimers,
): () => Promise<void> {
  let cancel: () => void = () => {};
  let stopped = false;
  const turn = async (): Promise<void> => {
    await sweepMedia(deps).then(tidy).catch(failed);
    if (!stopped) cancel = timers.after(EACH_MS, () => (underWay = turn()));
  };
  let underWay = turn();
  return async () => {
    stopped = true;
    cancel();
    await underWay;
  };
}
