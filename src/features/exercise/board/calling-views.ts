import { html, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { isWide } from '../../../ui/board/board-styles.ts';
import { byClause } from '../../../ui/board/by-clause.ts';
import { glassInPixels, type BoardGlass } from '../../../ui/common/scale.ts';
import type { Programme } from '../model/run.ts';
import { comingLayout } from './coming-layout.ts';
import { areaOf, isHeadingLong } from './exercise-layout.ts';
import { titleOf } from './exercise-views.ts';

/** Minutes and seconds until it begins. */
function untilText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The minutes before a session that begins by itself: what it is, when, and how to sign in: by a telephone, where there is
 * a code for it.
 */
export function comingView(
  board: HTMLElement,
  programme: Programme,
  untilMs: number,
  { aside, code }: { readonly aside: string; readonly code: TemplateResult | null },
): TemplateResult {
  const glass = glassInPixels(board);
  const title = titleOf(programme);
  const [read, beside] = code === null ? CALLS : SCANS;
  const more = [t(beside), aside].filter((text) => text !== '');
  const layout = comingLayout(areaOf(glass), { title, read: t(read), more, hasCode: code !== null });
  for (const what of ['title', 'clock', 'read'] as const)
    board.style.setProperty(`--coming-${what}`, `${layout[what] * glass.am}px`);
  return html`<div class=${code === null ? 'coming alone' : 'coming'}>
    <h1>${title}</h1>
    <div class="call">
      <p class="big" role="timer">${untilText(untilMs)}</p>
      <p class="scan">${byClause(t(read))}</p>
      ${more.slice(0, layout.more).map((text) => html`<p class="least">${text}</p>`)}
    </div>
    ${code}
  </div>`;
}

/** What is read first, and what is said besides. */
const CALLS = ['exercise.comeIn', 'exercise.signIn'] as const;
const SCANS = ['exercise.scan', 'exercise.comeIn'] as const;

/** A glass lower than this, in minutes of arc, has no room for more than the matter where a heading takes two lines. */
const LOW_AM = 320;

/** How much room words alone have: on a panel small for its hall what is beside the matter goes, and the matter stays. */
function callingClass(glass: BoardGlass, heading: string): string {
  if (isWide(glass)) return 'calling';
  if (!isHeadingLong(heading, glass.widthPx / glass.am)) return 'calling narrow';
  return glass.heightPx / glass.am < LOW_AM ? 'calling narrow long low' : 'calling narrow long';
}

/** The round is done: whether they want another, until the session ends. */
export function againView(glass: BoardGlass, aside: string): TemplateResult {
  return html`<div class=${callingClass(glass, t('exercise.done'))}>
    <h1 class="done">${t('exercise.done')}</h1>
    <p class="ask">${t('exercise.again')}</p>
    <p class="read">${t('exercise.againHow')}</p>
    <p class="least">${t('exercise.againTell')}</p>
    ${aside === '' ? '' : html`<p class="least aside">${aside}</p>`}
  </div>`;
}
