import type { RowOf } from '../../../kernel/rows.ts';
import { t } from '../../../i18n/index.ts';
import type { ConsoleIcon } from '../../../ui/console/console-icons.ts';
import { askingBack, asksBackWords, deviceState, wentBackWords } from './device-words.ts';
import type { KnownDevice } from './known-devices.ts';

/** `good`: nothing to do; `mind`: it works, and somebody should look; `trouble`: it does not do what it is there for. */
type Level = 'good' | 'mind' | 'trouble';

type Untold = 'unpaired' | 'retired' | 'unheard';

/** One thing about a device that somebody should see to, and what to do about it. */
export interface DeviceNote {
  readonly level: Exclude<Level, 'good'>;
  readonly icon: Extract<ConsoleIcon, 'warning' | 'clock' | 'silent'>;
  readonly words: string;
}

/** How a device is, in one word, and why. */
export type Condition =
  | { readonly type: Level; readonly notes: readonly DeviceNote[] }
  /** Not paired, put away, or never heard of: there is nothing to say of it. */
  | { readonly type: Untold; readonly notes: readonly DeviceNote[] }
  /** This console itself is cut off from its hub: how it is now is not known here. */
  | { readonly type: 'unknown'; readonly notes: readonly DeviceNote[] };

/** What the console knows when it is asked. */
interface Asked {
  /** Null where the time is unknown: then nobody is silent. */
  readonly nowMs: number | null;
  readonly cutOff: boolean;
}

const DAY_MS = 86_400_000;
/** A device that mends itself more often than this in a day has something that wants a hand. */
const OFTEN_MENDED = 10;
const OFTEN_FAULTY = 5;
/** More unsent than a busy day brings. */
const MANY_UNSENT = 500;
/** Of its room, a device that has used so much is short of it. */
const NEARLY_FULL = 0.9;

/** How a device is: never better than it has said lately itself. */
export function conditionOf(known: KnownDevice, asked: Asked): Condition {
  const { device, health } = known;
  const standing = deviceState(device, health, asked.nowMs).type;
  // What it said of itself while it hung is nobody's to see to.
  if (standing === 'retired') return { type: standing, notes: notesAtDoor(known) };
  const notes = notesOf(known, asked, standing === 'away');
  if (asked.cutOff && standing !== 'unpaired') return { type: 'unknown', notes };
  if (standing === 'unpaired' || standing === 'unheard') return { type: standing, notes };
  const worst = notes.some(({ level }) => level === 'trouble') ? 'trouble' : 'mind';
  return { type: notes.length === 0 ? 'good' : worst, notes };
}

/** What somebody should see to, the gravest first. */
function notesOf(known: KnownDevice, { nowMs, cutOff }: Asked, isAway: boolean): readonly DeviceNote[] {
  const { device, health, media, faults, panelGuessed } = known;
  const trouble = (words: string | null, icon: DeviceNote['icon'] = 'warning') =>
    note('trouble', icon, words);
  const mind = (words: string | null, icon: DeviceNote['icon'] = 'warning') => note('mind', icon, words);
  // Somebody switches a console off when they go home.
  const isSilent = isAway && !cutOff && device.kind !== 'console';
  const others = [
    trouble(isSilent ? t('staff.devices.silent') : null, 'silent'),
    trouble(health?.inMemory === true ? t('staff.devices.runsFromMemory') : null),
    trouble(device.perhapsClonedAtMs === null ? null : t('staff.devices.cloned')),
    mind(health?.timeQuality === 'unknown' ? t('staff.devices.timeUnknown') : null, 'clock'),
    mind(panelGuessed ? t('staff.panel.guessed') : null),
    mind(health === undefined ? null : wentBackWords(health)),
    mind(isNearlyFull(health) ? t('staff.devices.nearlyFull') : null),
    mind((health?.outbox ?? 0) > MANY_UNSENT ? t('staff.devices.manyUnsent') : null),
    mind(
      (media?.faults.length ?? 0) > 0
        ? t('staff.devices.mediaFaults', { count: media?.faults.length ?? 0 })
        : null,
    ),
    mind(
      (health?.mendedToday ?? 0) > OFTEN_MENDED
        ? t('staff.devices.oftenMended', { count: health?.mendedToday ?? 0 })
        : null,
    ),
    mind(faultsToday(faults, nowMs) >= OFTEN_FAULTY ? t('staff.devices.oftenFaulty') : null),
    mind(health?.awake === 'refused' ? t('staff.devices.mayFallAsleep') : null),
  ].flatMap((one) => (one === null ? [] : [one]));
  return [...notesAtDoor(known), ...others];
}

/** What a glass says that is not let in. */
function notesAtDoor({ device, health }: KnownDevice): readonly DeviceNote[] {
  const asks = askingBack(device, health);
  return asks === null ? [] : [{ level: 'trouble', icon: 'warning', words: asksBackWords(asks) }];
}

const note = (
  level: DeviceNote['level'],
  icon: DeviceNote['icon'],
  words: string | null,
): DeviceNote | null => (words === null ? null : { level, icon, words });

const isNearlyFull = (health: KnownDevice['health']): boolean =>
  health?.storageUsedBytes != null &&
  health.storageQuotaBytes !== null &&
  health.storageUsedBytes > health.storageQuotaBytes * NEARLY_FULL;

/** How often something went wrong in its program within a day of its own clock. */
function faultsToday(faults: RowOf<'deviceFaults'> | undefined, nowMs: number | null): number {
  if (nowMs === null) return 0;
  return (faults?.list ?? [])
    .filter(({ atMs }) => Math.abs(nowMs - atMs) < DAY_MS)
    .reduce((sum, { count }) => sum + count, 0);
}
