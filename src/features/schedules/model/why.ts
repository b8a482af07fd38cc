import { isKnown, itemKey, type Item } from './item.ts';

/** Why a screen shows what it shows. */
export type Why =
  | { readonly because: 'emergency' }
  | { readonly because: 'run' }
  /** Staff have pushed it, until then; which of their pushes it is, builds before this one do not say. */
  | {
      readonly because: 'pushed';
      readonly by: string;
      readonly untilMs: number;
      readonly version?: number | undefined;
    }
  /** Its schedule says so, for this part of the day; `from` and `to` are `HH:MM`. */
  | { readonly because: 'daypart'; readonly from: string; readonly to: string }
  /** Its schedule has nothing for now. */
  | { readonly because: 'default' }
  /** Nobody has made a schedule: it follows the meals. */
  | { readonly because: 'meals' }
  /** The device does not know the time. */
  | { readonly because: 'no-time' };

/** Why something that ought to be shown is not: nobody here knows that kind, or there is nothing of it. */
export interface Missed {
  readonly what: 'unknown' | 'nothing';
  /** The item's key. */
  readonly item: string;
}

export const missedOf = (item: Item): Missed => ({
  what: isKnown(item) ? 'nothing' : 'unknown',
  item: itemKey(item),
});

/** How a reason is reported: the word and what goes with it, parted by spaces. */
export function whyText(why: Why): string {
  switch (why.because) {
    case 'pushed':
      return `pushed ${why.untilMs}${why.version === undefined ? '' : `#${why.version}`} ${why.by}`;
    case 'daypart':
      return `daypart ${why.from} ${why.to}`;
    default:
      return why.because;
  }
}

/** How what is missed is reported. */
export const missedText = ({ what, item }: Missed): string => `${what} ${item}`.slice(0, 120);
