import { statfs } from 'node:fs/promises';
import { takesChanges } from '../../db/data-folder.ts';
import { backupsIn, keptBackups } from '../backup/kept.ts';
import { systemTimers, type HubTimers } from '../timers.ts';
import { STUCK, type HubHealth } from './hub-health.ts';
import { certificateSays, isBackupLate, roomSays } from './judge.ts';
import { damagedMedia } from './media-check.ts';

const EVERY_MS = 60_000;
/** Films are read through once a day, when the start is over. */
const MEDIA_AFTER_MS = 5 * 60_000;
const MEDIA_EVERY_MS = 24 * 3_600_000;

interface HealthWatchOptions {
  readonly health: HubHealth;
  readonly dataDir: string;
  readonly mediaDir: string;
  readonly time: { readonly sure: boolean; now(): number };
  /** The certificate in use, PEM; null without TLS. */
  readonly certificate: () => string | null;
  /** Writes something and takes it back: throws where the database takes no change. */
  readonly probe: () => Promise<void>;
  readonly timers?: HubTimers;
}

/** Looks once a minute how disk, backups and certificate stand. Resolves after the first look; the disposer ends it. */
export async function startHealthWatch(options: HealthWatchOptions): Promise<() => Promise<void>> {
  const { timers = systemTimers, health, mediaDir } = options;
  const upSince = performance.now();
  let ended = false;
  let cancel: () => void = () => {};
  let underWay: Promise<void> = Promise.resolve();
  const turn = async (): Promise<void> => {
    await lookAtDisk(options);
    await lookAtBackups(options, performance.now() - upSince);
    lookAtCertificate(options);
    if (!ended) cancel = timers.after(EVERY_MS, () => void (underWay = turn()));
  };
  let cancelMedia: () => void = () => {};
  const lookAtMedia = async (): Promise<void> => {
    health.set('media-damaged', (await damagedMedia(mediaDir)).length > 0);
    if (!ended) cancelMedia = timers.after(MEDIA_EVERY_MS, () => void lookAtMedia());
  };
  cancelMedia = timers.after(MEDIA_AFTER_MS, () => void lookAtMedia());
  health.useLook(() => lookAtDisk(options));
  await turn();
  return async () => {
    ended = true;
    cancel();
    cancelMedia();
    await underWay;
  };
}

/** By the room that is left; and where a change has failed, by whether one is taken again. */
async function lookAtDisk({ health, dataDir, probe }: HealthWatchOptions): Promise<void> {
  const room = await statfs(dataDir).then(
    ({ bavail, bsize }) => roomSays(bavail * bsize),
    () => null,
  );
  health.set('disk-low', room === 'disk-low');
  if (room === 'disk-full') return health.set('disk-full', true);
  // Told before somebody's work is refused.
  if (!takesChanges(dataDir)) return health.set('read-only', true);
  for (const code of STUCK) {
    if (!health.has(code)) continue;
    try {
      await probe();
      health.set(code, false);
    } catch (error) {
      health.saw(error);
    }
  }
}

async function lookAtBackups({ health, dataDir, time }: HealthWatchOptions, upMs: number): Promise<void> {
  // By a time that is in doubt nothing is late.
  if (!time.sure) return;
  const good = (await keptBackups(backupsIn(dataDir))).filter(({ madeAtMs }) => madeAtMs > 0);
  const newestMs = good.at(-1)?.madeAtMs ?? null;
  health.set('backup-late', isBackupLate({ newestMs, nowMs: time.now(), upMs }));
}

function lookAtCertificate({ health, certificate, time }: HealthWatchOptions): void {
  const pem = certificate();
  const says = pem === null || !time.sure ? null : certificateSays(pem, time.now());
  for (const code of ['certificate-ends', 'certificate-ended'] as const) health.set(code, says === code);
}
