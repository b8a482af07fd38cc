import { X509Certificate } from 'node:crypto';
import type { HealthCode } from './hub-health.ts';

const MB = 1024 * 1024;
/** With less than this no commit is sure to fit. */
const FULL_BYTES = 4 * MB;
/** With less than this the next backup, or a film, may not fit. */
const LOW_BYTES = 512 * MB;
const HOUR_MS = 3_600_000;
/** A backup a night, and two hours for one that took long or was tried again. */
const BACKUP_WITHIN_MS = 26 * HOUR_MS;
/** A hub that was off at night makes up for it in its first minutes. */
const SETTLED_MS = HOUR_MS;
/** So long before its end a certificate is to be renewed. */
export const RENEW_MS = 14 * 24 * HOUR_MS;

/** What the room that is left says. */
export function roomSays(freeBytes: number): Extract<HealthCode, 'disk-full' | 'disk-low'> | null {
  if (freeBytes < FULL_BYTES) return 'disk-full';
  return freeBytes < LOW_BYTES ? 'disk-low' : null;
}

interface Backups {
  /** The newest good one, hub time; null when there is none. */
  readonly newestMs: number | null;
  readonly nowMs: number;
  /** How long this hub has been up. */
  readonly upMs: number;
}

/** Whether the last good backup is too long ago, for a hub that has had the time to make one. */
export const isBackupLate = ({ newestMs, nowMs, upMs }: Backups): boolean =>
  newestMs === null ? upMs > BACKUP_WITHIN_MS : upMs > SETTLED_MS && nowMs - newestMs > BACKUP_WITHIN_MS;

/** What a certificate's last day says. */
export function certificateSays(
  pem: string,
  nowMs: number,
): Extract<HealthCode, 'certificate-ended' | 'certificate-ends'> | null {
  const leftMs = Date.parse(new X509Certificate(pem).validTo) - nowMs;
  if (leftMs <= 0) return 'certificate-ended';
  return leftMs < RENEW_MS ? 'certificate-ends' : null;
}
