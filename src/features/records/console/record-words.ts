import { recordWords } from '../../registry.ts';
import { parseMenuId } from '../../menus/model/menu.ts';
import { formatDate, t, type TKey } from '../../../i18n/index.ts';

const names: Readonly<Record<string, TKey>> = { ...recordWords, 'kiosk-config': 'staff.change.config' };

/** What a change is called; one of a newer build has no name here yet. */
export const changeName = (mutation: string): string => t(names[mutation] ?? 'staff.change.other');

/** The names of rows, by `KIND/ID`. */
export type Names = ReadonlyMap<string, string>;

/** What a change touched: a menu by its day and meal, what has a name by that, anything else by its id, each once. */
export function subjectWords(subject: readonly string[], known: Names): string {
  const words = subject.map((one) => {
    const [, kind, id] = /^([A-Za-z]+)\/(.+)$/.exec(one) ?? [];
    const menu = kind === 'menu' && id !== undefined ? parseMenuId(id) : null;
    if (menu !== null) return `${formatDate(menu.date)} ${t(`common.meal.${menu.meal}`)}`;
    // A meeting is its course's; a config, a run and a schedule are their device's.
    const [course] = (id ?? '').split('@');
    return known.get(one) ?? known.get(`device/${id}`) ?? known.get(`course/${course}`) ?? id ?? one;
  });
  // An id made by a machine tells nobody anything.
  return [...new Set(words)].filter((word) => !MADE_ID.test(word)).join(t('common.listJoin'));
}

const MADE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}$/;
