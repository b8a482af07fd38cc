import type { Mid } from '../../../kernel/ids.ts';
import type { SyncStatus } from '../../../protocol/client/api.ts';
import type { RowOf } from '../../../kernel/rows.ts';

/** How far a published menu has come. */
export type Progress =
  | { readonly step: 'saved' }
  | { readonly step: 'delivered' }
  | { readonly step: 'shown'; readonly sinceMs: number; readonly screen: string; readonly version: number }
  | { readonly step: 'ended'; readonly status: 'conflict' | 'refused'; readonly code: string };

interface Known {
  readonly mid: Mid;
  /** `menu:ID@VERSION` as a screen that paints it will say. */
  readonly menuId: string;
  readonly version: number;
  readonly status: SyncStatus;
  readonly refusals: readonly RowOf<'refusal'>[];
  readonly glasses: readonly RowOf<'glass'>[];
}

/**
 * From this device's disk, to the hub, to the glass: only what is known. An empty outbox is the hub's word for all
 * that was in it; how it ended comes with the answer, or after a restart in the row that staff see.
 */
export function progressOf({ mid, menuId, version, status, refusals, glasses }: Known): Progress {
  const ended = status.ended.find((one) => one.mid === mid)?.result;
  if (ended?.status === 'conflict') return { step: 'ended', status: 'conflict', code: 'conflict' };
  if (ended?.status === 'refused' || ended?.status === 'expired') {
    return { step: 'ended', status: 'refused', code: ended.code };
  }
  const refusal = refusals.find((one) => one.id === mid);
  if (refusal !== undefined) {
    return {
      step: 'ended',
      status: refusal.status === 'conflict' ? 'conflict' : 'refused',
      code: refusal.code,
    };
  }
  if (status.outbox > 0) return { step: 'saved' };
  const shown = glasses.find((glass) => versionOn(glass, menuId) >= version);
  return shown === undefined
    ? { step: 'delivered' }
    : { step: 'shown', sinceMs: shown.sinceMs, screen: shown.id, version: versionOn(shown, menuId) };
}

/** The version of a menu that a glass says it shows; 0 when it shows something else. */
function versionOn({ showing }: RowOf<'glass'>, menuId: string): number {
  const prefix = `menu:${menuId}@`;
  return showing?.startsWith(prefix) === true ? Number(showing.slice(prefix.length)) : 0;
}
