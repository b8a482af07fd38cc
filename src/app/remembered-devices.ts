import { isId, isNumber, isText, oneOf, shape, type Guard } from '../kernel/guards.ts';
import type { Actor, DeviceKind } from '../kernel/mutation.ts';
import type { RowOf } from '../kernel/rows.ts';
import { readText, writeText } from '../store/local-texts.ts';

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
  /** Whoever was on it last has left it to whoever comes: their session, while it lasts, is nobody's way in. */
  readonly leftToOthers?: boolean;
}

/** A form that the builds before could not read would have another key: they go on with this one when put back. */
export const devicesKey = 'leling:devices';

/** All devices paired in this profile, the last used first. */
export const rememberedDevices = (): readonly RememberedDevice[] =>
  devicesIn(readText(devicesKey))
    .filter(isRemembered)
    .sort((a, b) => b.lastUsedMs - a.lastUsedMs);

/** The device a page is for: the one its address names, else the last used of its kind. */
export function chooseDevice(kind: DeviceKind, named: string | null): RememberedDevice | undefined {
  return rememberedDevices().find((one) => one.kind === kind && (named === null || one.id === named));
}

/** Keeps what is known of a device now, in place of what was known before. False where that lasts no longer than the page. */
export function rememberDevice(device: RememberedDevice): boolean {
  // What this build cannot read may be a newer one's, and stays.
  const others = devicesIn(readText(devicesKey)).filter((one) => !hasId(one) || one.id !== device.id);
  return writeText(devicesKey, JSON.stringify([device, ...others]));
}

/** The entries of such a list as it is kept, whatever they are; none where it is no list. */
export function devicesIn(text: string | null): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

export const hasId = shape({ id: isText });
const isStaff = shape({ accountId: isId, name: isText, role: isText });
const hasActor = shape({ type: oneOf('device', 'staff'), deviceId: isId, centreId: isId });
const isActor: Guard<Actor> = (value): value is Actor =>
  hasActor(value) && (value.type === 'device' || isStaff(value));
/** What a glass is laid out by before the device's own row is read. */
const hasGlass = shape({
  id: isText,
  distanceMm: isNumber,
  panel: shape({ diagonalInches: isNumber, widthPx: isNumber, heightPx: isNumber }),
});
const isDeviceConfig: Guard<RowOf<'deviceConfig'>> = (value): value is RowOf<'deviceConfig'> =>
  hasGlass(value);
const hasDevice = shape<Omit<RememberedDevice, 'leftToOthers'>>({
  id: isText,
  kind: oneOf('kiosk', 'screen', 'console'),
  config: isDeviceConfig,
  actor: isActor,
  actorKey: isText,
  utcOffsetMinutes: isNumber,
  lastUsedMs: isNumber,
});
export const isRemembered: Guard<RememberedDevice> = (value): value is RememberedDevice =>
  hasDevice(value) && [undefined, false, true].includes(Reflect.get(value, 'leftToOthers'));
