import { numberedName } from '../words/form-words.ts';
import { formAt, type Programme, type Run } from '../model/run.ts';
import { positionAt } from '../model/run-state.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { SyncState } from '../../../app/sync-status.ts';
import { isOwnWord } from '../../devices/model/own-word.ts';
import { t } from '../../../i18n/index.ts';

export type RunOnGlass = RowOf<'runReport'>;

/** A screen speaks at least this often while a run is on it, held or not; after it is silent, what it does is not known. */
const SILENT_AFTER_MS = 30_000;

/** Whether what a screen has said of its run is still true of now. */
export const isHeard = (report: RunOnGlass, nowMs: number): boolean => nowMs - report.atMs <= SILENT_AFTER_MS;

/** What a screen says of the very command it was given last; null before it has said anything of it. */
export function obeying(
  report: RunOnGlass | undefined,
  run: Pick<Run, 'version' | 'own'>,
  glass: RowOf<'glass'> | undefined,
  device: Pick<RowOf<'device'>, 'pairedAtMs'>,
  nowMs: number,
): RunOnGlass | null {
  if (report === undefined || !isOwnWord(device, report.atMs, nowMs)) return null;
  if (!(glass?.showing ?? '').startsWith('run:')) return null;
  // A press on the set's own remote has been obeyed before the hub heard of it.
  return report.version >= run.version || run.own?.basedOn === report.version ? report : null;
}

/** Where the picture on the glass is now, by its own last word. */
const positionOnGlass = (report: RunOnGlass, nowMs: number): number =>
  report.state === 'playing'
    ? report.positionMs + Math.max(0, nowMs - report.atMs) * report.rate
    : report.positionMs;

/** Where a run is, as its screen says, else as it was told. */
export const positionNow = (run: Run, report: RunOnGlass | null, nowMs: number): number =>
  report === null ? positionAt(run, nowMs) : positionOnGlass(report, nowMs);

/** What the screen really does, in one sentence: that it follows, what it does, or that nobody knows. */
export function glassWords(
  run: Run,
  programme: Programme,
  report: RunOnGlass | null,
  glass: RowOf<'glass'> | undefined,
  nowMs: number,
  { cutOff, waitsLong }: Pick<SyncState, 'cutOff' | 'waitsLong'>,
): string {
  if (cutOff === 'signed-out') return t('staff.run.glass.signedOut');
  if (cutOff === 'away' || waitsLong) return t('staff.run.glass.unknown');
  if (isAlarmed(glass)) return t('staff.run.glass.emergency');
  if (report === null) return t(run.version > 1 ? 'staff.run.glass.behind' : 'staff.run.glass.notYet');
  if (!isHeard(report, nowMs))
    return t('staff.run.glass.silent', { count: Math.round((nowMs - report.atMs) / 1000) });
  const form = formAt(programme, positionOnGlass(report, nowMs));
  const name = form === null ? '' : numberedName(form);
  return t(`staff.run.glass.${report.state}`, { form: name });
}

/** An emergency stands over the run, by the screen's last word. */
const isAlarmed = (glass: RowOf<'glass'> | undefined): boolean =>
  (glass?.showing ?? '').startsWith('notice:');

/** What a leader ought to know of the screen though nothing stands still for it. */
export function glassTroubles(report: RunOnGlass | null): readonly string[] {
  if (report === null) return [];
  return [
    ...(report.following ? [] : [t('staff.run.trouble.cannotFollow', { seconds: seconds(report.driftMs) })]),
    ...(report.picture === 'none' ? [t('staff.run.trouble.noPicture')] : []),
    ...(report.picture === 'film' && report.silent ? [t('staff.run.trouble.noSound')] : []),
  ];
}

const seconds = (ms: number): string => (Math.abs(ms) / 1000).toFixed(1);
