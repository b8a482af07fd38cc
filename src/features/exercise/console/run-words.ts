import type { Run } from '../model/run.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { SyncState } from '../../../app/sync-status.ts';
import { t } from '../../../i18n/index.ts';

/** What a glass says of a run: that it follows this very command, an older one, or something else. */
export function glassWords(
  glass: RowOf<'glass'> | undefined,
  run: Run,
  { cutOff, waitsLong }: Pick<SyncState, 'cutOff' | 'waitsLong'>,
): string {
  if (cutOff === 'signed-out') return t('staff.run.glass.signedOut');
  if (cutOff === 'away' || waitsLong) return t('staff.run.glass.unknown');
  const [, runId, version] = /^run:(.+)@(\d+)$/.exec(glass?.showing ?? '') ?? [];
  if (runId !== run.id) return t('staff.run.glass.notYet');
  return Number(version) >= run.version ? t('staff.run.glass.follows') : t('staff.run.glass.behind');
}
