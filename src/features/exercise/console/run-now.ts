import { html, nothing, type TemplateResult } from 'lit';
import { beatAt, formAt, type Programme, type Run } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import { timecode, titleOf } from './run-title.ts';
import { nameOf } from '../words/form-words.ts';
import { locale, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { positionNow, type RunOnGlass } from './run-words.ts';

interface Standing {
  readonly run: Run;
  readonly programme: Programme;
  readonly standing: RunState;
  readonly nowMs: number;
}

/** What stands on the screen: its form, its cue, and how far it is; before it begins and after it no form does. */
export function runNow(
  { run, programme, standing, nowMs }: Standing,
  report: RunOnGlass | null,
): TemplateResult {
  const at = Math.min(positionNow(run, report, nowMs), programme.durationMs);
  const isUnderWay = standing === 'playing' || standing === 'paused';
  const form = isUnderWay ? formAt(programme, at) : null;
  // The very cue that stands on the screen.
  const beat = form === null ? null : beatAt(form, at);
  const cue = locale() === 'en' ? (beat?.cueEn ?? form?.cueEn) : (beat?.cue ?? form?.cue);
  return html`<div class="now">
    <p class="line">
      <span>${titleOf(programme)}</span>
      <span class="at"
        >${
          standing === 'soon'
            ? t('staff.run.startsIn', { time: timecode(Math.max(0, run.asOfMs - nowMs)) })
            : `${timecode(at)} / ${timecode(programme.durationMs)}`
        }</span
      >
    </p>
    ${
      form === null
        ? nothing
        : html`<p class="form">
              ${form.number >= 1 && form.number <= 8 ? html`<span class="num">${form.number}</span>` : nothing}
              ${nameOf(form)}
            </p>
            <p class="cue">${cue}</p>`
    }
    <progress
      max=${programme.durationMs}
      value=${Math.round(at)}
      aria-label=${t('staff.run.position')}
    ></progress>
  </div>`;
}

/** What a run is, in two words with a sign of its own. */
export function runChip(state: RunState): TemplateResult {
  switch (state) {
    case 'playing':
      return html`<span class="chip ok">${consoleIcon('play')}${t('staff.run.chip.playing')}</span>`;
    case 'paused':
      return html`<span class="chip warn">${consoleIcon('pause')}${t('staff.run.chip.paused')}</span>`;
    case 'soon':
      return html`<span class="chip">${consoleIcon('clock')}${t('staff.run.chip.soon')}</span>`;
    case 'again':
      return html`<span class="chip ok">${consoleIcon('check')}${t('staff.run.chip.again')}</span>`;
    case 'over':
      return html`<span class="chip">${t('staff.run.chip.over')}</span>`;
  }
}
