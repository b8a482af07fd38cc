import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { formAt, type Programme } from '../model/run.ts';
import { pictureView, type Pictured } from './exercise-picture.ts';
import { countView, cueAt, cueView, dotsView, nameView } from './exercise-views.ts';
import { setStage } from './set-stage.ts';

interface Stage extends Pictured {
  readonly programme: Programme;
  /** The moment that stands on the glass. */
  readonly atMs: number;
  /** Who is here, and what comes next. */
  readonly aside: string;
}

/** An exercise that goes on or rests: its picture, and beside and below it what is to be done and how often. */
export function stageView(
  board: HTMLElement,
  { programme, atMs, aside, picture, mirrored, silent, rests }: Stage,
): TemplateResult {
  const layout = setStage(board, programme, aside, rests);
  const form = formAt(programme, atMs);
  const safety = html`<p class="safety">${t('exercise.safety')}</p>`;
  return html`<div class="stage">
    ${pictureView({ picture, mirrored, silent, rests }, layout)}
    <div class="beside">
      ${countView(form, atMs, layout)} ${dotsView(programme, form)} ${layout.across ? nothing : safety}
    </div>
    ${layout.across ? safety : nothing} ${nameView(programme, form, layout)}
    ${cueView(rests ? t('exercise.pausedHow') : cueAt(form, atMs), layout, aside)}
  </div>`;
}
