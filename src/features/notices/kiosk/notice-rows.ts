import { isForKiosks, noticesNow, type Notice } from '../model/notice.ts';
import type { View } from '../../../protocol/client/api.ts';

export const readNotices = (view: View): Promise<readonly Notice[]> => view.list('centre', 'notice');

/** What is said quietly on a page: an emergency is not, it takes the whole glass. */
export const quietNotices = (notices: readonly Notice[], nowMs: number | null): readonly Notice[] =>
  noticesNow(notices, nowMs).filter((notice) => notice.level !== 'emergency' && isForKiosks(notice));

/** The emergency that holds now; null when there is none. */
export const alarmOf = (notices: readonly Notice[], nowMs: number | null): Notice | null =>
  noticesNow(notices, nowMs).find(({ level }) => level === 'emergency') ?? null;
