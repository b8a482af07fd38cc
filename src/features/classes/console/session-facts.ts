import type { RowOf } from '../../../kernel/rows.ts';
import { locale, t } from '../../../i18n/index.ts';
import type { Session } from '../model/sessions.ts';
import { leaderTold, roomTold } from '../model/told.ts';
import type { Comers } from './week.ts';

/** Where, by whom, how many, and the word about it. */
export function factsOf(session: Session, { came, enrolled }: Comers): string {
  const inEnglish = locale() === 'en';
  return [
    roomTold(session, inEnglish),
    leaderTold(session, inEnglish) ?? '',
    enrolled === undefined ? '' : enrolledWords(enrolled),
    came === null ? '' : t('staff.roll.came', { count: came }),
    session.note ?? '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

/** Who has moved up is told a good thing; of a session that is not held, all who stand on its list are told. */
export const toTellWords = (toTell: Comers['toTell']) =>
  toTell.every(({ news, movedFrom }) => news === undefined && movedFrom === undefined)
    ? 'staff.enrolments.toTell'
    : 'staff.enrolments.newsToTell';

function enrolledWords({ taken, waiting }: RowOf<'enrolmentCount'>): string {
  const words = t('staff.enrolments.taken', { count: taken });
  return waiting === 0 ? words : `${words} · ${t('staff.enrolments.waiting', { count: waiting })}`;
}
