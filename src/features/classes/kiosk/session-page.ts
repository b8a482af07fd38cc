import { html, nothing, type TemplateResult } from 'lit';
import type { RowOf } from '../../../kernel/rows.ts';
import type { CivilMoment } from '../../../kernel/time.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { chineseOnly } from '../../../ui/kiosk/chinese-only.ts';
import { placesLeft } from '../../enrolments/model/list.ts';
import { standingOf, takesNames } from '../model/coming.ts';
import { checkInState, type Session } from '../model/sessions.ts';
import { dayOf, nameOf, placesWords, roomOf, spanOf, usually } from './session-words.ts';

/** What can be done from a session's page. */
interface Ways {
  readonly checkIn: () => void;
  readonly join: () => void;
  readonly leave: () => void;
}

/** A session: what, when, where, who leads, what to bring, whether there is a place, and what one can do about it. */
export function sessionPage(
  session: Session,
  moment: CivilMoment,
  count: RowOf<'enrolmentCount'> | undefined,
  ways: Ways,
): TemplateResult {
  const { course } = session;
  const left = placesLeft(course.capacity, count);
  const open = takesNames(session, moment);
  return html`<h1>${nameOf(session)}</h1>
    <div class="sheet">
      <ll-pages>
        ${notices(session, moment)}
        ${fact('when', html`<span>${dayOf(session, moment)}</span> <span>${spanOf(session)}</span>`)}
        ${fact('where', roomOf(session))}
        ${told(course.kind === 'clinic' || course.kind === 'therapy' ? 'doctor' : 'leader', session.leader, session.leader === course.leader ? course.leaderEn : null)}
        ${told('bring', course.bring, course.bringEn)}
        ${open && left !== null ? fact('places', html`${placesWords(left)}${left === 0 ? html`<small>${t('kioskPages.classes.fullMore')}</small>` : nothing}`) : nothing}
        ${course.capacity === null && standingOf(session, moment) === 'coming' ? fact('places', t('kioskPages.classes.noNeed')) : nothing}
        ${course.about === null ? nothing : html`<p class="about">${inLanguage(course.about, course.aboutEn)}${chineseOnly(course.aboutEn)}</p>`}
      </ll-pages>
      ${doing(session, moment, open ? left : null, ways)}
    </div>`;
}

function notices(session: Session, moment: CivilMoment) {
  const { note, cancelled, moved } = session;
  if (!cancelled && !moved && note === null && standingOf(session, moment) !== 'over') return nothing;
  return html`<div class="notice">
    ${cancelled ? html`<b>${t('kioskPages.classes.cancelledMore')}</b>` : nothing}
    ${!cancelled && standingOf(session, moment) === 'over' ? html`<b>${t('kioskPages.classes.over')}</b>` : nothing}
    ${moved && !cancelled ? html`<b>${t('kioskPages.classes.moved')}</b><span>${usually(session)}</span>` : nothing}
    ${note === null ? nothing : html`<span>${inLanguage(note, null)}${chineseOnly(null)}</span>`}
  </div>`;
}

type Fact = 'when' | 'where' | 'leader' | 'doctor' | 'bring' | 'places';

const fact = (name: Fact, words: unknown) =>
  html`<div class="fact">
    <h2>${t(`kioskPages.classes.fact.${name}`)}</h2>
    <p>${words}</p>
  </div>`;

const told = (name: Fact, words: string | null | undefined, english: string | null | undefined) =>
  words === null || words === undefined
    ? nothing
    : fact(name, html`${inLanguage(words, english)}${chineseOnly(english)}`);

function doing(session: Session, moment: CivilMoment, left: number | null, ways: Ways) {
  const signsIn = checkInState(session, moment) === 'open';
  if (!signsIn && left === null) return nothing;
  return html`<div class="ways">
    ${
      signsIn
        ? html`<ll-button class="wide" kind="confirm" @click=${ways.checkIn}
            >${t('kioskPages.classes.checkIn')}</ll-button
          >`
        : nothing
    }
    ${
      left === null
        ? nothing
        : html`<ll-button kind=${signsIn ? 'edge' : 'confirm'} @click=${ways.join}
              >${t(left === 0 ? 'kioskPages.classes.waitList' : 'kioskPages.classes.enrol')}</ll-button
            ><ll-button kind="edge" @click=${ways.leave}>${t('kioskPages.classes.unenrol')}</ll-button>`
    }
  </div>`;
}
