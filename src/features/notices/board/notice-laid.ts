import { stayMs } from '../../../ui/board/board-paging.ts';
import type { SaidPage } from '../../../ui/board/saying.ts';

/** How an emergency stands on its glass, now that it is laid out: for whoever looks at it before it is raised. */
export class NoticeLaidEvent extends Event {
  /** How many pages it takes. */
  readonly pages: number;
  /** Till each has been there once, as long as it takes to read. */
  readonly seconds: number;
  /** How many characters of the heading have room at once; null where it stands whole. */
  readonly headingRoom: number | null;

  constructor(pages: readonly SaidPage[]) {
    super('ll-notice-laid', { bubbles: true, composed: true });
    const characters = pages.map(({ title, body }) => (title?.length ?? 0) + (body?.length ?? 0));
    const [first, ...more] = new Set(pages.flatMap(({ title }) => title ?? []));
    this.pages = pages.length;
    this.seconds = Math.round(characters.reduce((sum, count) => sum + stayMs(count), 0) / 1000);
    this.headingRoom = first === undefined || more.length === 0 ? null : first.length;
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-notice-laid': NoticeLaidEvent;
  }
}
