import type { Showing } from '../../schedules/model/showing.ts';
import { menuId, type Menu } from '../../menus/model/menu.ts';
import type { Expected } from './glass-state.ts';

/** What a screen's schedule says it ought to paint, in the words a screen reports with; null when no one thing is. */
export function expectedOf(
  showing: Showing,
  menus: readonly Menu[],
  canteenIds: readonly string[],
): Expected | null {
  switch (showing.show) {
    case 'menu': {
      const { date, meal } = showing.sitting;
      const wanted = canteenIds.map((canteenId) => menuId(date, meal, canteenId));
      const menu = menus.find(({ id }) => wanted.includes(id));
      return menu === undefined || menu.off === 'withdrawn'
        ? null
        : { kind: 'menu', id: menu.id, version: menu.version };
    }
    case 'run':
      return { kind: 'run', id: null, version: showing.run.version };
    case 'timetable':
      return { kind: 'timetable', id: showing.date, version: null };
    case 'emergency':
      return { kind: 'notice', id: showing.notice.id, version: null };
    case 'playlist':
      return { kind: 'playlist', id: showing.playlistId, version: null };
    // Their boards name what they show by what they find.
    case 'policy':
    case 'clock':
    case 'welcome':
    case 'dark':
    case 'weekly-menu':
    case 'notices':
      return { kind: showing.show, id: null, version: null };
    case 'programme':
    case 'undated':
      return null;
  }
}
