import type { Mid } from '../../../kernel/ids.ts';
import type { SyncStatus } from '../../../protocol/client/api.ts';
import { isOwnWord } from '../../devices/model/own-word.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Menu } from '../model/menu.ts';

/** How far a published menu has come. */
export type Progress =
  | { readonly step: 'saved' }
  | { readonly step: 'delivered' }
  | {
      readonly step: 'shown';
      readonly sinceMs: number;
      readonly screen: string;
      readonly version: number;
      /** False where it said so, and whether it is so now nobody knows. */
      readonly isNow: boolean;
    }
  | { readonly step: 'ended'; readonly status: 'conflict' | 'refused'; readonly code: string };

/** That a glass shows it. */
export type Shown = Extract<Progress, { step: 'shown' }>;

interface Known {
  readonly mid: Mid;
  /** `menu:ID@VERSION` as a screen that paints it will say. */
  readonly menuId: string;
  readonly version: number;
  readonly status: SyncStatus;
  readonly refusals: readonly RowOf<'refusal'>[];
  readonly glasses: readonly RowOf<'glass'>[];
  readonly devices: readonly RowOf<'device'>[];
  readonly healths: readonly RowOf<'deviceHealth'>[];
  /** Null where this console does not know the time: then nobody is silent. */
  readonly nowMs: number | null;
}

/**
 * The version that a publication has become: a later one than was thought where something ran out before it came to the
 * hub. A glass with that in between does not show it yet.
 */
export const versionBecome = (thought: number, menu: Menu | null | undefined): number =>
  Math.max(thought, menu?.offerVersion ?? menu?.version ?? 0);

/** Devices speak at least once a minute. */
const SILENT_AFTER_MS = 150_000;

/**
 * From this device's disk, to the hub, to the glass: only what is known. An empty outbox is the hub's word for all
 * that was in it; how it ended comes with the answer, or after a restart in the row that staff see.
 */
export function progressOf(known: Known): Progress {
  const ending = endingOf(known);
  if (ending !== null) return ending;
  const shown = glassesWith(known);
  return shown.find(({ isNow }) => isNow) ?? shown[0] ?? { step: 'delivered' };
}

/** How a change stands that the hub has not done, or not been heard of to have done; null where it has. */
export function endingOf({
  mid,
  status,
  refusals,
}: Pick<Known, 'mid' | 'status' | 'refusals'>): Extract<Progress, { step: 'saved' | 'ended' }> | null {
  const ended = status.ended.find((one) => one.mid === mid)?.result;
  if (ended?.status === 'conflict') return { step: 'ended', status: 'conflict', code: 'conflict' };
  if (ended?.status === 'refused' || ended?.status === 'expired') {
    return { step: 'ended', status: 'refused', code: ended.code };
  }
  // The hub keeps it for its upgrade; till then nothing is published.
  if (ended?.status === 'held') return { step: 'ended', status: 'refused', code: 'held' };
  const refusal = refusals.find((one) => one.id === mid);
  if (refusal !== undefined) {
    return {
      step: 'ended',
      status: refusal.status === 'conflict' ? 'conflict' : 'refused',
      code: refusal.code,
    };
  }
  return status.outbox > 0 ? { step: 'saved' } : null;
}

/** The televisions that have said that they show it, or a later one; not those that hang there no more. */
export function glassesWith({
  menuId,
  version,
  status,
  glasses,
  devices,
  healths,
  nowMs,
}: Omit<Known, 'mid' | 'refusals'>): readonly Shown[] {
  const isCutOff = status.link === 'away' || status.link === 'signed-out';
  return glasses.flatMap((glass): readonly Shown[] => {
    const shownVersion = versionOn(glass, menuId);
    const device = devices.find(({ id }) => id === glass.id);
    if (device === undefined || shownVersion < version) return [];
    const isOwn = isOwnWord(device, glass.confirmedMs, nowMs);
    if (!isOwn && device.pairedAtMs !== null) return [];
    const seenMs = healths.find(({ id }) => id === glass.id)?.lastSeenMs ?? 0;
    const isSilent = nowMs !== null && nowMs - Math.max(glass.confirmedMs, seenMs) > SILENT_AFTER_MS;
    const isNow = isOwn && !isSilent && !isCutOff;
    return [{ step: 'shown', sinceMs: glass.sinceMs, screen: glass.id, version: shownVersion, isNow }];
  });
}

/** The version of a menu that a glass says it shows; 0 when it shows something else. */
function versionOn({ showing }: RowOf<'glass'>, menuId: string): number {
  const prefix = `menu:${menuId}@`;
  return showing?.startsWith(prefix) === true ? Number(showing.slice(prefix.length)) : 0;
}
