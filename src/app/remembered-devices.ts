import type { Actor, DeviceKind } from '../kernel/mutation.ts';
import type { RowOf } from '../kernel/rows.ts';

/** What a browser profile keeps of a device paired in it, so that a cold start needs nothing of the hub. */
export interface RememberedDevice {
  readonly id: string;
  readonly kind: DeviceKind;
  /** The last configuration that came whole. */
  readonly config: RowOf<'deviceConfig'>;
  /** Who acted on it last: the device itself, or a member of staff. */
  readonly actor: Actor;
  /** Names the actor in the names of databases, journals, locks and channels. */
  readonly actorKey: string;
  /** The centre's offset, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  readonly lastUsedMs: number;
}

const key = 'leling:devices';

/** All devices paired in this profile, the last used first. */
export function rememberedDevices(): readonly RememberedDevice[] {
  const text = localStorage.getItem(key);
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isRemembered).sort((a, b) => b.lastUsedMs - a.lastUsedMs) : [];
  } catch {
    return [];
  }
}

/** The device a page is for: the one its address names, else the last used of its kind. */
export function chooseDevice(kind: DeviceKind, named: string | null): RememberedDevice | undefined {
  return rememberedDevices().find((one) => one.kind === kind && (named === null || one.id === named));
}

/** Keeps what is known of a device now, in place of what was known before. */
export function rememberDevice(device: RememberedDevice): void {
  const others = rememberedDevices().filter((one) => one.id !== device.id);
  localStorage.setItem(key, JSON.stringify([device, ...others]));
}

function isRemembered(value: unknown): value is RememberedDevice {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'kind', 'config', 'actor', 'actorKey', 'utcOffsetMinutes', 'lastUsedMs'].every(
    (field) => field in value,
  );
}
