import { HEADING, LEAST, READ, SAFE_X, widthEm, type GlassAm } from './exercise-layout.ts';

const GAP = 20;
/** The code takes at most so much of the room's height: at 65 inches it is read from four metres. */
const CODE_SHARE = 0.585;

interface ComingTexts {
  readonly title: string;
  /** What is to be read: how to sign in, or that they may come in. */
  readonly read: string;
  /** What is said besides, where there is room: one line each, the first before the second. */
  readonly more: readonly string[];
  /** Whether a code stands beside them. */
  readonly hasCode: boolean;
}

/** Sizes in minutes of arc, and how much of what is said besides has room. */
interface ComingLayout {
  readonly title: number;
  readonly clock: number;
  readonly read: number;
  readonly more: number;
}

/** From the largest clock to the least, all that is said besides going before what is read becomes smaller. */
const TRIES: readonly Omit<ComingLayout, 'title'>[] = [
  { clock: 150, read: READ, more: 2 },
  { clock: 110, read: READ, more: 2 },
  { clock: 110, read: READ, more: 1 },
  { clock: 110, read: READ, more: 0 },
  { clock: 72, read: READ, more: 0 },
  { clock: 110, read: LEAST, more: 0 },
  { clock: 80, read: LEAST, more: 0 },
];

/** Lays out what calls people in: the largest that fits the glass, in minutes of arc. */
export function comingLayout(glass: GlassAm, { title, read, more, hasCode }: ComingTexts): ComingLayout {
  const width = glass.width * (1 - 2 * SAFE_X);
  const beside = hasCode ? width - glass.room * CODE_SHARE - GAP : width;
  const head = widthEm(title) * HEADING <= width ? HEADING : READ;
  const room = glass.room - heightOf(title, head, width, 1.2) - (hasCode ? GAP : 0);
  const needs = (one: (typeof TRIES)[number]): number =>
    one.clock +
    heightOf(read, one.read, beside, 1.25) +
    more.slice(0, one.more).reduce((sum, text) => sum + heightOf(text, LEAST, beside, 1.3), 0);
  const fits = TRIES.find((one) => needs(one) <= room * 0.98);
  return fits === undefined
    ? { title: READ, clock: 80, read: LEAST, more: 0 }
    : { title: head, ...fits, more: Math.min(fits.more, more.length) };
}

/** Words break where they can, so that a line is not full to its end. */
const heightOf = (text: string, size: number, width: number, line: number): number =>
  Math.ceil((widthEm(text) * size * 1.08) / width) * size * line;
