import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { byClause } from '../../../ui/board/by-clause.ts';
import { widthEm, type ExerciseLayout } from './exercise-layout.ts';

/** How the picture stands: what there is of it, and what is to be said over it. */
export interface Pictured {
  /** Null while the device has none. */
  readonly picture: TemplateResult | null;
  readonly mirrored: boolean;
  readonly silent: boolean;
  readonly rests: boolean;
}

/** A picture of fewer minutes of arc has no room for more than a word over it. */
const SMALL_AM = 300;

/**
 * The picture, with what stands over it while it moves: that it is a mirror, that there is no sound. While it rests, that
 * it does; how to go on stands where the cue was, and here where a small panel has no room for one.
 */
export function pictureView(
  { picture, mirrored, silent, rests }: Pictured,
  { cue, picture: box }: ExerciseLayout,
): TemplateResult {
  if (picture === null)
    return html`<div class="picture"><p class="wait">${byClause(waitText(rests))}</p></div>`;
  const mirror = box.width < SMALL_AM ? t('exercise.mirrorShort') : t('exercise.mirror');
  return html`<div class="picture">
    ${picture} ${mirrored && !rests ? html`<span class="mirror">${mirror}</span>` : nothing}
    ${silent && !rests ? html`<span class="silent">${t('exercise.silent')}</span>` : nothing}
    ${rests ? html`<p class="held">${cue === null ? html`<small>${t('exercise.pausedHow')}</small>` : t('exercise.paused')}</p>` : nothing}
  </div>`;
}

/** What stands where a picture would. */
export const waitText = (rests: boolean): string => (rests ? t('exercise.paused') : t('exercise.fetching'));

/** The largest of some sizes in which that stands whole in the picture's place, in minutes of arc; else the last. */
export function waitSize(text: string, box: ExerciseLayout['picture'], sizes: readonly number[]): number {
  const width = box.width * 0.9;
  const stands = (size: number): boolean =>
    Math.ceil((widthEm(text) * size * 1.06) / width) * size * 1.25 <= box.height;
  return sizes.find(stands) ?? Math.min(...sizes);
}
