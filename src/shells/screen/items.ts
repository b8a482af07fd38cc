import { html, type TemplateResult } from 'lit';
import type { Showing } from '../../features/schedules/model/showing.ts';
// What a dining hall shows first comes with the page; all else when it is asked for.
import '../../features/menus/board/board-menu.ts';
import type { RunKeeper } from './run-keeper.ts';

/** What the boards are told of the screen they stand on. */
interface OnScreen {
  /** Only a picture of the screen, on somebody's desk: it makes no sound. */
  readonly isPicture?: boolean;
  readonly screenId: string;
  /** Null until the hub has answered, or has not: a fresh start says nothing of it yet. */
  readonly timeConfirmed: boolean | null;
  /** Knows of the run on it, and obeys the set's own remote; there where a run is shown. */
  readonly keeper?: RunKeeper | null | undefined;
}

/** The board of one kind of item: what brings it, and how it is put up. */
export interface Board {
  /** Absent where it is here with the page. */
  readonly load?: () => Promise<unknown>;
  readonly put: () => TemplateResult;
}

/** One row a kind: its element, and what has to be loaded for it. Null where this build has no board for it. */
export function boardOf(
  showing: Showing,
  { isPicture = false, screenId, timeConfirmed, keeper }: OnScreen,
): Board | null {
  switch (showing.show) {
    case 'emergency':
      return {
        load: () => import('../../features/notices/board/board-notice.ts'),
        put: () => html`<ll-board-notice .notice=${showing.notice} ?preview=${isPicture}></ll-board-notice>`,
      };
    case 'run':
      return {
        load: () => import('../../features/exercise/board/board-exercise.ts'),
        put: () =>
          html`<ll-board-exercise
            .run=${showing.run}
            .programme=${showing.programme}
            .standing=${showing.state}
            .press=${keeper?.press ?? null}
            .bringVoice=${keeper?.bringVoice ?? null}
          ></ll-board-exercise>`,
      };
    case 'menu':
      return {
        put: () =>
          html`<ll-board-menu .sitting=${showing.sitting} .timeConfirmed=${timeConfirmed}></ll-board-menu>`,
      };
    case 'weekly-menu':
      return {
        load: () => import('../../features/menus/board/board-weekly-menu.ts'),
        put: () => html`<ll-board-weekly-menu .date=${showing.date}></ll-board-weekly-menu>`,
      };
    case 'programme':
    case 'timetable':
      return {
        load: () => import('../../features/classes/board/board-timetable.ts'),
        put: () => html`<ll-board-timetable .date=${showing.date}></ll-board-timetable>`,
      };
    case 'playlist':
      return {
        load: () => import('../../features/media/board/board-playlist.ts'),
        put: () => html`<ll-board-playlist .playlistId=${showing.playlistId}></ll-board-playlist>`,
      };
    case 'policy':
      return {
        load: () => import('../../features/policies/board/board-policy.ts'),
        put: () =>
          html`<ll-board-policy .date=${showing.date} .policyId=${showing.policyId}></ll-board-policy>`,
      };
    case 'clock':
      return {
        load: () => import('../../features/calendar/board/board-clock.ts'),
        put: () => html`<ll-board-clock .timeConfirmed=${timeConfirmed}></ll-board-clock>`,
      };
    case 'welcome':
      return {
        load: () => import('../../features/centre/board/board-welcome.ts'),
        put: () =>
          html`<ll-board-welcome .text=${showing.text} .textEn=${showing.textEn}></ll-board-welcome>`,
      };
    case 'dark':
      return {
        load: () => import('../../features/schedules/board/board-dark.ts'),
        put: () => html`<ll-board-dark></ll-board-dark>`,
      };
    case 'notices':
      return {
        load: () => import('../../features/notices/board/board-notices.ts'),
        put: () => html`<ll-board-notices .screenId=${screenId}></ll-board-notices>`,
      };
    case 'undated':
      return null;
  }
}
