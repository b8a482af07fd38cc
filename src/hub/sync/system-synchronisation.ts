import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { setting } from '../setting.ts';

/** Files that a time daemon touches at each synchronisation: systemd-timesyncd's, and ntpsec's as Debian sets it up. */
const MARKERS = ['/run/systemd/timesync/synchronized', '/run/ntpsec/synchronized'];
/** timesyncd asks its server every 34 minutes at the longest; a marker twice as old is of a clock set by hand since. */
const FRESH_MS = 70 * 60_000;
const ANSWERS_WITHIN_MS = 2000;

let hasTimedatectl = true;

/**
 * Whether the system says that its wall clock is synchronised: by the marker of its time daemon, or in the kernel's own
 * words, which chrony and ntpd keep true, through timedatectl. Needs no privileges; false where nothing can be read.
 */
export async function isSynchronised(markers: readonly string[] = markersInUse()): Promise<boolean> {
  const touched = await Promise.all(markers.map(touchedAtMs));
  if (touched.some((ms) => ms !== null)) return touched.some((ms) => ms !== null && isFresh(ms));
  return asksTimedatectl();
}

/** Another marker may be named: of a time daemon that has its own place for it. */
function markersInUse(): readonly string[] {
  const own = setting('LELING_CLOCK_SYNCED');
  return own === undefined ? MARKERS : [own];
}

const isFresh = (ms: number): boolean => Math.abs(Date.now() - ms) < FRESH_MS;

async function touchedAtMs(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}

async function asksTimedatectl(): Promise<boolean> {
  if (!hasTimedatectl) return false;
  return new Promise((resolve) => {
    execFile(
      'timedatectl',
      ['show', '--property=NTPSynchronized', '--value'],
      { timeout: ANSWERS_WITHIN_MS },
      (error, stdout) => {
        if (error !== null && error.code === 'ENOENT') hasTimedatectl = false;
        resolve(error === null && stdout.trim() === 'yes');
      },
    );
  });
}
