import type { Notice } from './notice.ts';

/** Whether a notice is for a television: an emergency is for all, any other where its writer wants it. */
export function isForScreen({ level, where }: Pick<Notice, 'level' | 'where'>, screenId: string): boolean {
  if (level === 'emergency') return true;
  if (where === undefined) return false;
  return where.screens === 'all' || where.screens.some((id) => id === screenId);
}
