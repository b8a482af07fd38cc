import type { LitElement } from 'lit';
import { wordsOn, wrongOn, type Roles } from './board-proof.ts';
import { settled } from './mount.ts';
import type { PassingTime } from './passing-time.ts';

/** All pages of a board: what is wrong on any, what each says, and what the rows of all are called. */
export interface Turned {
  readonly wrong: readonly string[];
  readonly pages: readonly string[];
  readonly names: string;
}

/** A board that has turned so often without an end has lost its place. */
const MOST_PAGES = 200;

/**
 * Turns a board's pages from the first to the last, and looks at each.
 * @param numbered where it says which page it is
 */
export async function turnAll(
  board: LitElement,
  time: PassingTime,
  roles: Roles,
  names: string,
  numbered = '.page',
): Promise<Turned> {
  const wrong: string[] = [];
  const pages: string[] = [];
  let all = '';
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const at = board.shadowRoot?.querySelector(numbered)?.textContent?.trim() || '1/1';
    if (pages.length > 0 && at.startsWith('1/')) break;
    pages.push(wordsOn(board));
    all += wordsOn(board, names);
    wrong.push(...wrongOn(board, roles).map((what) => `page ${at}: ${what}`));
    if (at === '1/1') break;
    await time.turn();
    await settled(board);
  }
  return { wrong, pages, names: all };
}
