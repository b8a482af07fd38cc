import { isDue, publishDue } from '../../features/menus/model/publish-at.ts';
import type { CentreId } from '../../kernel/ids.ts';
import type { HubSync } from '../sync/api.ts';
import { systemTimers, type HubTimers } from './timers.ts';

/** A menu that was to be up at 10:30 is by ten seconds past. */
const LOOKED_AT_MS = 10_000;

interface AtTimeOptions {
  readonly centreId: CentreId;
  readonly timers?: HubTimers;
  readonly failed: (error: unknown) => void;
}

/** Publishes menus whose time has come. While the hub is not sure of the time none has. The disposer ends it. */
export function startPublishingAtTime(
  sync: HubSync,
  { centreId, timers = systemTimers, failed }: AtTimeOptions,
): () => Promise<void> {
  let stopped = false;
  let cancel: () => void = () => {};
  /** One after the other, however they are called for. */
  let underWay: Promise<void> = Promise.resolve();
  const next = (): void => {
    cancel();
    underWay = underWay.then(async () => {
      if (stopped) return;
      await publishWhatIsDue(sync, centreId).catch(failed);
      if (!stopped) cancel = timers.after(LOOKED_AT_MS, next);
    });
  };
  // As soon as the time is known, or known to be another.
  const silence = sync.time.listen(next);
  next();
  return async () => {
    stopped = true;
    silence();
    cancel();
    await underWay;
  };
}

/** Nothing is written where nothing is due. */
async function publishWhatIsDue(sync: HubSync, centreId: CentreId): Promise<void> {
  if (!sync.time.sure) return;
  const nowMs = sync.now();
  const drafts = await sync.read(centreId, (tx) => tx.list('staff', 'menuDraft'));
  if (drafts.some((draft) => isDue(draft) && draft.due.atMs <= nowMs))
    await sync.write(centreId, (tx) => publishDue(tx, nowMs));
}
