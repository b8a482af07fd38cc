import type { FieldProblem } from '../../../kernel/check.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Notice = RowOf<'notice'>;

/** An emergency nobody has heard of for this long is no longer raised. */
export const ALARM_VALID_MS = 5 * 60_000;

const weight = { emergency: 0, urgent: 1, normal: 2 } as const;

/** A level that only a newer build knows is said as an urgent one: no code word, and before no emergency. */
const inLevels = (notice: Notice): Notice =>
  notice.level in weight ? notice : { ...notice, level: 'urgent' };

/**
 * The notices that hold now, the gravest first, the newest of a level first. Where the time is unknown emergencies
 * hold until they are withdrawn, and nothing else does. An emergency has begun once it is there: a glass whose clock is
 * behind the hub's must not wait for it.
 */
export function noticesNow(notices: readonly Notice[], nowMs: number | null): readonly Notice[] {
  const holds = ({ level, fromMs, untilMs }: Notice): boolean =>
    nowMs === null
      ? level === 'emergency'
      : (fromMs <= nowMs || level === 'emergency') && (untilMs === null || nowMs < untilMs);
  return notices
    .filter(holds)
    .map(inLevels)
    .sort((a, b) => weight[a.level] - weight[b.level] || b.fromMs - a.fromMs);
}

/** Whether a notice is for kiosks: an emergency is for every glass, and what an older build wrote for kiosks alone. */
export const isForKiosks = ({ level, where }: Pick<Notice, 'level' | 'where'>): boolean =>
  level === 'emergency' || where === undefined || where.kiosks;

/** What keeps a notice from being posted. */
export function checkNotice(
  draft: Pick<Notice, 'title' | 'fromMs' | 'untilMs' | 'where'>,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (draft.title.trim() === '') problems.push({ field: 'title', code: 'empty' });
  if (draft.untilMs !== null && draft.untilMs <= draft.fromMs)
    problems.push({ field: 'untilMs', code: 'before-start' });
  if (draft.where !== undefined && !draft.where.kiosks && draft.where.screens.length === 0)
    problems.push({ field: 'where', code: 'nowhere' });
  return problems;
}
