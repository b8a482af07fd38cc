import { HOME, type Where } from './kiosk-pages.ts';

/** One page that was opened. The same page opened again is another visit. */
export interface Visit {
  readonly id: number;
  readonly where: Where;
  /** Its code could not be had. */
  readonly broken: boolean;
}

/** The way back is no longer than this. */
const MOST = 4;

/** Where one has come from stays under what is shown, as it was; home has nothing under it and is never under anything. */
export const opened = (visits: readonly Visit[], to: Visit): readonly Visit[] =>
  to.where.page === 'home' ? [to] : [...visits.filter(({ where }) => where.page !== 'home'), to].slice(-MOST);

/** 返回: what was under the page; home, as a new visit, where there was nothing. */
export const back = (visits: readonly Visit[], id: number): readonly Visit[] =>
  visits.length > 1 ? visits.slice(0, -1) : [{ id, where: HOME, broken: false }];
