import { sizeWords } from '../../../i18n/size.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { isOwnWord } from '../model/own-word.ts';
import { isRetired } from '../model/retired.ts';
import { t, type TKey } from '../../../i18n/index.ts';

export type Device = RowOf<'device'>;
export type DeviceHealth = RowOf<'deviceHealth'>;
/** One thing a device has healed by itself. */
export type Healed = NonNullable<DeviceHealth['healed']>[number];

type AskedBack = NonNullable<Device['askedBack']>;

/** After so long without a word a device counts as away. */
const AWAY_AFTER_MS = 150_000;

/** How a device stands: what staff can act on comes before what is merely so. */
export type DeviceState =
  | { readonly type: 'unpaired' }
  /** Put away by staff. */
  | { readonly type: 'retired' }
  | { readonly type: 'unheard' }
  | { readonly type: 'online'; readonly seenMs: number }
  | { readonly type: 'away'; readonly seenMs: number };

/** The state of a device; with the time unknown it is taken by its word. */
export function deviceState(
  device: Device,
  health: DeviceHealth | undefined,
  nowMs: number | null,
): DeviceState {
  if (device.pairedAtMs === null) return { type: isRetired(device) ? 'retired' : 'unpaired' };
  if (health === undefined) return { type: 'unheard' };
  const seenMs = health.lastSeenMs;
  if (!isOwnWord(device, seenMs, nowMs)) return { type: 'unheard' };
  return { type: nowMs !== null && nowMs - seenMs > AWAY_AFTER_MS ? 'away' : 'online', seenMs };
}

/** Whether the hub does not let a device in: it has to be paired before anything can be asked of it. */
export const isOut = ({ type }: DeviceState): boolean => type === 'unpaired' || type === 'retired';

/**
 * What a glass says that is not let in as this device: anybody may say it, so that it counts only till the device itself has
 * been heard of again.
 */
export function askingBack(device: Device, health: DeviceHealth | undefined): AskedBack | null {
  const asked = device.askedBack ?? null;
  return asked !== null && asked.atMs > (health?.lastSeenMs ?? 0) ? asked : null;
}

/** How long something has lasted: 3 天 4 小时. */
export function spanWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)];
  if (days > 0) return t('staff.devices.span.days', { days, hours: hours % 24 });
  if (hours > 0) return t('staff.devices.span.hours', { hours, minutes: minutes % 60 });
  return t('staff.devices.span.minutes', { minutes });
}

/** What a device says of its store: used, of how much, and whether the browser may clear it. */
export function storageWords({ storageUsedBytes, storageQuotaBytes, persisted }: DeviceHealth): string {
  if (storageUsedBytes === null) return t('staff.devices.storageUnknown');
  const of = storageQuotaBytes === null ? '' : ` / ${sizeWords(storageQuotaBytes)}`;
  const kept: TKey = persisted === true ? 'staff.devices.persisted' : 'staff.devices.notPersisted';
  return `${sizeWords(storageUsedBytes)}${of} · ${t(kept)}`;
}

/** What a glass that is not let in wants of staff. */
export const asksBackWords = ({ waiting }: AskedBack): string =>
  waiting === 0 ? t('staff.devices.asksBack') : t('staff.devices.asksBackWith', { count: waiting });

/** Why a device went back from a newer build to the one before; null where it did not. */
export function wentBackWords({ badBuilds = [] }: DeviceHealth): string | null {
  const last = badBuilds[badBuilds.length - 1];
  if (last === undefined) return null;
  const why: TKey = last.why === 'no-sync' ? 'staff.devices.wentBackDeaf' : 'staff.devices.wentBack';
  return t(why, { build: last.id });
}
