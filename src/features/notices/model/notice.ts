import type { FieldProblem } from '../../../kernel/check.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Notice = RowOf<'notice'>;

/** An emergency nobody has heard of for this long is no longer raised. */
export const ALARM_VALID_MS = 5 * 60_000;

const weight = { emergency: 0, urgent: 1, normal: 2 } as const;

/**
 * The notices that hold now, the gravest first, the newest of a level first. Where the time is unknown emergencies
 * hold until they are withdrawn, and nothing else does.
 */
export function noticesNow(notices: readonly Notice[], nowMs: number | null): readonly Notice[] {
  const holds = (notice: Notice): boolean =>
    nowMs === null
      ? notice.level === 'emergency'
      : notice.fromMs <= nowMs && (notice.untilMs === null || nowMs < notice.untilMs);
  return notices.filter(holds).sort((a, b) => weight[a.level] - weight[b.level] || b.fromMs - a.fromMs);
}

/** What keeps a notice from being posted. */
export function checkNotice(draft: Pick<Notice, 'title' | 'fromMs' | 'untilMs'>): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (draft.title.trim() === '') problems.push({ field: 'title', code: 'empty' });
  if (draft.untilMs !== null && draft.untilMs <= draft.fromMs)
    problems.push({ field: 'untilMs', code: 'before-start' });
  return problems;
}
