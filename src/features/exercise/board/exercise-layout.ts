import type { BoardGlass } from '../../../ui/common/scale.ts';

/** A part of a glass, in minutes of arc at its farthest seat. */
interface Area {
  readonly width: number;
  readonly height: number;
}

/** The same of all of it. */
export interface GlassAm {
  readonly width: number;
  /** Its height between the edges that old sets cut away. */
  readonly room: number;
}

/** A glass as it is laid out. */
export const areaOf = ({ widthPx, heightPx, safeYPx, am }: BoardGlass): GlassAm => ({
  width: widthPx / am,
  room: (heightPx - 2 * safeYPx) / am,
});

/** What has to be set, in em: Chinese counts one a character, other letters less (`widthEm`). */
interface ExerciseTexts {
  readonly number: number;
  readonly name: number;
  /** How many figures the longest count has. */
  readonly figures: number;
  readonly cue: number;
  readonly safety: number;
  /** Who is here, and what comes next. */
  readonly aside: number;
}

/** Where everything stands on the exercise board, in minutes of arc; a text's lines are those it may take. */
export interface ExerciseLayout {
  readonly picture: Area;
  readonly column: number;
  /** `whole`: 第三式 beside the name; `short`: 三; `none`: no room for that either, the eight dots say it. */
  readonly number: 'whole' | 'short' | 'none';
  readonly name: SetText;
  /** Null where there is room for the figure or for words about it, and not for both. */
  readonly cue: SetText | null;
  readonly safety: SetText;
  /** Whether the safety line stands below the picture, over the whole width, instead of beside it. */
  readonly across: boolean;
  readonly digit: number;
  readonly side: number;
  /** Whether side and total stand beside the digit instead of below it. */
  readonly flat: boolean;
  /** Whether there is room for how many there are of it. */
  readonly of: boolean;
  readonly aside: boolean;
}

interface SetText {
  readonly size: number;
  readonly lines: number;
}

/** A Han glyph's ink is 0.92 em: these are what must be read, a heading, and the least. */
export const READ = 40 / 0.92;
export const HEADING = 55 / 0.92;
export const LEAST = 25 / 0.92;
export const SAFE_X = 0.05;
/** Below this the count is too small a thing on the glass, and the safety line takes one line instead of two. */
const COUNT_WANTS = 112;
const NUMBER_GAP = 16;
/** A figure is not to be followed in less. */
const PICTURE_WANTS = 160;
const GAP = 14;
const ROW_GAP = 7;
const LINE = 1.16;
const DOTS = 18;
/** What hangs below the last line: letters reach lower than characters. */
const DESCENT = 4;
/** A digit's width and height, in em of its size. */
const DIGIT_EM = 0.62;
const DIGIT_LINE = 0.9;
/** 共 6 次, and what is between it and the digit. */
const OF_EM = 4.1;
const COUNT_GAP = 6;
const COLUMN_LEAST = 168;
const DIGIT_MOST = 172;
const SIDE_MOST = 86;

/** The ink of a figure is 0.734 em: one that can be read. And the least picture that says what is to be done. */
const DIGIT_LEAST = 40 / 0.734;
const PICTURE_LEAST = 100;

const linesOf = (em: number, size: number, width: number): number => {
  const aLine = Math.floor((width * 0.99) / size);
  return aLine < 1 ? 99 : Math.ceil(em / aLine);
};

/** The first of several sizes at which a text takes no more than so many lines. */
function set(em: number, width: number, tries: readonly (readonly [size: number, lines: number])[]): SetText {
  for (const [size, lines] of tries) {
    const needs = linesOf(em, size, width);
    if (needs <= lines) return { size, lines: needs };
  }
  const [size, lines] = tries[tries.length - 1] ?? [LEAST, 1];
  return { size: Math.min(size, (width * lines) / em), lines };
}

/**
 * Lays the exercise board out for a glass and what has to be said on it. The words keep their size and take their height
 * first; the picture, uncropped, takes what they leave, and the count stands beside it. Where a language is too long for a
 * panel too small for its hall, the safety line goes below both, and then the cue makes way.
 */
export function exerciseLayout(glass: GlassAm, texts: ExerciseTexts): ExerciseLayout {
  const works = ({ digit, picture }: ExerciseLayout): boolean =>
    digit >= DIGIT_LEAST && picture.height >= PICTURE_LEAST;
  const beside = lay(glass, texts, { across: false, cued: true });
  if (works(beside)) return beside;
  const across = lay(glass, texts, { across: true, cued: true });
  return works(across) ? across : lay(glass, texts, { across: true, cued: false });
}

function lay(
  glass: GlassAm,
  texts: ExerciseTexts,
  { across, cued }: { readonly across: boolean; readonly cued: boolean },
): ExerciseLayout {
  const width = glass.width * (1 - 2 * SAFE_X);
  const height = glass.room - DESCENT;
  const roomy = height > 330;
  const beside = (em: number): boolean => em * READ + NUMBER_GAP + texts.name * HEADING <= width;
  const name = set(texts.name, width, [
    [HEADING, roomy ? 2 : 1],
    [READ, 1],
    [READ, 2],
  ]);
  const below = across ? oneLineIn(width, texts.safety) : null;
  const rest = height - heightOf(name) - 2 * ROW_GAP - (below === null ? 0 : heightOf(below) + ROW_GAP);
  const whole = set(texts.cue, width, [
    [READ, 1],
    [READ, 2],
  ]);
  // On a panel too small for its hall the cue gives way to the picture: it says in words what is to be seen there.
  const said =
    rest - heightOf(whole) >= PICTURE_WANTS
      ? whole
      : set(texts.cue, width, [
          [READ, 1],
          [LEAST, 1],
          [LEAST, 2],
        ]);
  const cue = cued ? said : null;
  const main = rest - (cue === null ? -ROW_GAP : heightOf(cue));
  const pictureWidth = Math.min((main * 16) / 9, width - COLUMN_LEAST - GAP);
  const picture = { width: pictureWidth, height: (pictureWidth * 9) / 16 };
  const column = width - pictureWidth - GAP;
  const room = main - DOTS - 2 * ROW_GAP;
  const twoLines = set(texts.safety, column, [[READ, 2]]);
  const besideIt =
    twoLines.size === READ && room - heightOf(twoLines) >= COUNT_WANTS
      ? twoLines
      : oneLineIn(column, texts.safety);
  const safety = below ?? besideIt;
  return {
    picture,
    column,
    number: beside(texts.number) ? 'whole' : beside(1) ? 'short' : 'none',
    name,
    cue,
    safety,
    across,
    ...count(room - (across ? -ROW_GAP : heightOf(safety)), column, texts.figures),
    aside: cue !== null && cue.lines === 1 && texts.cue * cue.size + GAP + texts.aside * LEAST <= width,
  };
}

/** In one line if it may be as small as the least, and else in as many as it takes at that. */
function oneLineIn(width: number, em: number): SetText {
  const size = Math.max(LEAST, Math.min(READ, (width * 0.96) / em));
  return { size, lines: Math.ceil((size * em) / width) };
}

const heightOf = ({ size, lines }: SetText): number => size * lines * LINE;

/** The digit as large as its room allows, with the side below it, or beside it where the room is low. */
function count(
  room: number,
  column: number,
  figures: number,
): Pick<ExerciseLayout, 'digit' | 'side' | 'flat' | 'of'> {
  const of = LEAST * 1.3;
  const em = DIGIT_EM * figures;
  const stackedSide = Math.max(READ, Math.min(SIDE_MOST, room * 0.26));
  const stacked = Math.min(DIGIT_MOST, (room - of - stackedSide * 1.1) / DIGIT_LINE, column / em);
  const hasOf = room - of >= READ * 1.1;
  const flatSide = Math.max(READ, Math.min(SIDE_MOST, (room - (hasOf ? of : 0)) / 1.1));
  const besideDigit = Math.max(flatSide, hasOf ? OF_EM * LEAST : 0) + COUNT_GAP;
  const flat = Math.min(DIGIT_MOST, room / DIGIT_LINE, (column - besideDigit) / em);
  return stacked >= flat
    ? { digit: stacked, side: stackedSide, flat: false, of: true }
    : { digit: flat, side: flatSide, flat: true, of: hasOf };
}

/** Whether a heading takes more than one line of a glass so many minutes of arc wide. */
export const isHeadingLong = (heading: string, glassWidth: number): boolean =>
  widthEm(heading) * HEADING > glassWidth * (1 - 2 * SAFE_X);

/** How wide a text is, in em of its size, with room to spare: letters and figures are narrower than characters. */
export const widthEm = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.58 : 1), 0);
