import type { Programme } from '../model/run.ts';
import { nameOf, numberOf } from '../words/form-words.ts';
import { locale, t } from '../../../i18n/index.ts';
import { glassInPixels, type BoardGlass } from '../../../ui/common/scale.ts';
import { areaOf, exerciseLayout, LEAST, READ, widthEm, type ExerciseLayout } from './exercise-layout.ts';
import { waitSize, waitText } from './exercise-picture.ts';
import { cueAt } from './exercise-views.ts';

/** What a layout was made for, and what was made. */
interface Laid {
  readonly programme: Programme;
  readonly words: string;
  readonly glass: BoardGlass;
  readonly layout: ExerciseLayout;
}

const laid = new WeakMap<HTMLElement, Laid>();

/**
 * Lays a programme out on the glass its board stands on, by its longest words: sizes do not change from form to form.
 * The same again for the same: the board asks each second, and a slow set would miss a frame of the teacher for it.
 */
export function setStage(
  board: HTMLElement,
  programme: Programme,
  aside: string,
  rests: boolean,
): ExerciseLayout {
  const glass = glassInPixels(board);
  const words = `${locale()} ${rests} ${aside}`;
  const before = laid.get(board);
  if (before?.programme === programme && before.words === words && isSame(before.glass, glass))
    return before.layout;
  const layout = lay(glass, programme, aside);
  laid.set(board, { programme, words, glass, layout });
  const { picture, column, name, cue, safety, digit, side } = layout;
  const sizes = {
    name: name.size,
    cue: cue?.size ?? 0,
    safety: safety.size,
    column,
    digit,
    side,
    wait: waitSize(waitText(rests), picture, [READ, LEAST]),
    'picture-width': picture.width,
    'picture-height': picture.height,
  };
  // A strict policy lets no sheet be written into the page, but properties be set.
  for (const [what, minutes] of Object.entries(sizes))
    board.style.setProperty(`--${what}`, `${minutes * glass.am}px`);
  return layout;
}

const isSame = (a: BoardGlass, b: BoardGlass): boolean =>
  a.widthPx === b.widthPx && a.heightPx === b.heightPx && a.safeYPx === b.safeYPx && a.am === b.am;

function lay(glass: BoardGlass, { forms }: Programme, aside: string): ExerciseLayout {
  const widest = (texts: readonly string[]): number => Math.max(1, ...texts.map(widthEm));
  const cues = forms.flatMap((form) => [cueAt(form, -1), ...form.beats.map(({ atMs }) => cueAt(form, atMs))]);
  // While it rests, how to go on stands there.
  cues.push(t('exercise.pausedHow'));
  return exerciseLayout(areaOf(glass), {
    number: widest(forms.map((form) => numberOf(form) ?? '')),
    name: widest(forms.map(nameOf)),
    figures: forms.some(({ beats }) => beats.some(({ count }) => count > 9)) ? 2 : 1,
    cue: widest(cues),
    safety: widthEm(t('exercise.safety')),
    aside: widthEm(aside),
  });
}
