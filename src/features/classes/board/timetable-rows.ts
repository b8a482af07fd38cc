import { html, nothing, type TemplateResult } from 'lit';
import type { CivilMoment } from '../../../kernel/time.ts';
import { t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { boardClock } from '../../../ui/board/board-clock.ts';
import { byClause } from '../../../ui/board/by-clause.ts';
import { textsOf, type RowPart } from '../../../ui/board/row-parts.ts';
import { minutesUntil, type Session } from '../model/sessions.ts';

/** One session as it stands on the board. */
interface Row {
  readonly session: Session;
  readonly on: boolean;
  readonly state: string;
  /** Whether there is room for that beside the name. */
  readonly beside: boolean;
  readonly said: readonly { readonly words: string; readonly like: 'name' | 'room' | 'about' }[];
}

/** The texts of a session's row, in order. */
export function saidOf({ course, room }: Session, withAbout: boolean): Row['said'] {
  const { name, nameEn, about, aboutEn } = course;
  return [
    { words: inPageLanguage(name, nameEn), like: 'name' },
    { words: inPageLanguage(room, room === course.room ? course.roomEn : null), like: 'room' },
    ...(withAbout && about !== null
      ? [{ words: inPageLanguage(about, aboutEn), like: 'about' as const }]
      : []),
  ];
}

/** A session's row, or a part of it. */
export function timetableRow(
  { session, on, state, beside, said }: Row,
  part: Pick<RowPart, 'from' | 'to'>,
): TemplateResult {
  const here = textsOf(said, part);
  // The lines of a part were counted as they stood in the whole.
  const set = part.from > 0 || part.to !== null ? String : byClause;
  const more = here.filter(({ like }) => like !== 'name');
  const begins = part.from === 0;
  const below = begins && !beside && state !== '';
  return html`<li class="row ${session.cancelled ? 'off' : on ? 'on' : ''}">
    <div class="words">
      ${begins && beside ? html`<span class="end state">${state}</span>` : nothing}
      <span class="name"
        >${begins ? html`<span class="time">${boardClock(session.startMinute)}</span> ` : nothing}${here
          .filter(({ like }) => like === 'name')
          .map(({ words }) => html`<b class="say">${set(words)}</b>`)}</span
      >
      ${
        more.length === 0 && !below
          ? nothing
          : html`<span class="more"
              >${below ? html`<span class="state">${state}</span> ` : nothing}${begins || more.length < here.length ? nothing : againOf(said)}${more.map(({ words, like }) => html`<span class="say ${like}">${set(words)}</span> `)}</span
            >`
      }
    </div>
  </li>`;
}

/** A longer name has no room to be said again. */
const SAID_AGAIN = 14;

/** Whose the rest is, on the page where a row goes on: a room alone says nothing. */
function againOf([name]: Row['said']): TemplateResult | typeof nothing {
  return name === undefined || name.words.length > SAID_AGAIN
    ? nothing
    : html`<b class="again">${name.words}</b> `;
}

/** How a session stands: on, how many came, how soon it begins. */
export function stateOf(
  session: Session,
  on: boolean,
  isNext: boolean,
  moment: CivilMoment,
  counts: ReadonlyMap<string, number>,
): string {
  if (session.cancelled) return t('screen.timetable.cancelled');
  if (on) {
    const came = counts.get(session.id);
    return came === undefined ? t('screen.timetable.on') : t('screen.timetable.came', { count: came });
  }
  const until = minutesUntil(session, moment);
  return isNext && until <= 60 ? t('screen.timetable.in', { count: until }) : '';
}
