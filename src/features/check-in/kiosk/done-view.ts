import { html, nothing } from 'lit';
import { formatClock, formatTimeAt, t } from '../../../i18n/index.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { checkInState, isOn, type Session } from '../../classes/model/sessions.ts';
import { sign } from '../../../ui/kiosk/sign.ts';
import '../../../ui/kiosk/own-comfort.ts';
import { naming } from '../../../ui/kiosk/naming.ts';
import { nameOf, roomOf } from './check-in-views.ts';
import type { Signed } from './check-in-flow.ts';
import type { Figures } from './come-of-claim.ts';
import { groupTree } from './group-tree.ts';

/** What is known beside the claim itself; null where it is not, and then it is not said. */
interface Known {
  readonly moment: CivilMoment | null;
  readonly utcOffsetMinutes: number | null;
  readonly figures: Figures | null;
  /** The hub is away: it is written here, and will be counted. */
  readonly away: boolean;
  readonly secondsLeft: number | null;
}

interface Ways {
  readonly next: () => void;
  readonly home: () => void;
  readonly keep: () => void;
  /** Null where it can be taken back only by saying again who one is, or by staff. */
  readonly undo: (() => void) | null;
  /** Null where they look after nobody. */
  readonly neighbour: (() => void) | null;
}

/** ✓: who and what for, where to go now, and what has come of it; the way back out of a mistake while it is theirs. */
export function doneView(signed: Signed, known: Known, ways: Ways) {
  const { target, attendee, step } = signed;
  const already = step === 'already';
  return html`<div class="done signed">
      <div class="drawn">
        ${sign('tick')} ${known.figures === null || already ? nothing : groupTree(known.figures.count)}
      </div>
      <div class="said">
        <div class="answer">
          <h1>${heading(signed, known.utcOffsetMinutes)}</h1>
          <p class="what" data-private>
            <span lang="zh-CN">${attendee.maskedName ?? nothing}</span
            >${attendee.maskedName === null ? t('kioskPages.checkin.visitor') : nothing} · ${nameOf(target)}
          </p>
          ${byCompanion(attendee.companion?.maskedName)}
          ${target.type === 'session' ? whereTo(target.session, known.moment) : html`<p class="where">${t('kioskPages.checkin.looseDone')}</p>`}
          ${already ? alreadyMore(signed) : nothing}
        </div>
        <div class="figures">
          ${already || known.figures === null ? nothing : figures(known.figures, known.away)}
        </div>
      </div>
    </div>
    <div class="ways">
      <ll-button class="wide" kind="confirm" @click=${ways.next}
        >${t('kioskPages.checkin.another')}</ll-button
      >
      ${ways.neighbour === null ? nothing : html`<ll-button class="wide" @click=${ways.neighbour}>${t('kioskPages.checkin.neighbourToo')}</ll-button>`}
      <ll-button @click=${ways.home}>${t('kioskPages.checkin.finished')}</ll-button>
      ${
        ways.undo === null
          ? nothing
          : html`<ll-button data-careful @click=${ways.undo}>${t('kioskPages.checkin.undo')}</ll-button>`
      }
      ${attendee.maskedName === null ? nothing : html`<ll-own-comfort></ll-own-comfort>`}
      ${
        known.secondsLeft === null
          ? nothing
          : html`<ll-button class="wide keep" kind="edge" @click=${ways.keep}
              >${t('kioskPages.checkin.keep', { seconds: known.secondsLeft })}</ll-button
            >`
      }
    </div>`;
}

const byCompanion = (name: string | undefined) =>
  name === undefined
    ? nothing
    : html`<p data-private>${naming(t('kioskPages.checkin.byCompanion', { name }), name)}</p>`;

function heading({ step, atMs }: Signed, utcOffsetMinutes: number | null): string {
  if (step === 'done') return t('kioskPages.checkin.done');
  return atMs === null || utcOffsetMinutes === null
    ? t('kioskPages.checkin.already')
    : t('kioskPages.checkin.alreadyAt', { time: formatTimeAt(atMs, utcOffsetMinutes) });
}

/** 二楼活动室，上午10:40 开始 */
function whereTo(session: Session, moment: CivilMoment | null) {
  if (session.cancelled) return html`<p class="where">${t('kioskPages.enrol.cancelled')}</p>`;
  const isOver = moment !== null && checkInState(session, moment) === 'over';
  if (isOver) return html`<p class="where">${t('kioskPages.checkin.justEnded')}</p>`;
  const when =
    moment !== null && isOn(session, moment)
      ? t('kioskPages.checkin.begun')
      : t('kioskPages.checkin.starts', { time: formatClock(clockTime(session.startMinute % 1440)) });
  return html`<p class="where"><b>${roomOf(session)}</b> <span>${when}</span></p>`;
}

const alreadyMore = ({ claims }: Signed) =>
  claims.length > 0 ? nothing : html`<p>${t('kioskPages.checkin.elsewhere')}</p>`;

/** What has come of it, as far as there is room. */
const figures = ({ place, count, isTold, times }: Figures, away: boolean) =>
  html`<p class="count">
      ${t(isTold ? 'kioskPages.checkin.placeBefore' : 'kioskPages.checkin.placeHereBefore')} <b>${place}</b>
      ${t('kioskPages.checkin.placeAfter')}
    </p>
    ${away ? html`<p>${t('kioskPages.checkin.countedLater')}</p>` : nothing}
    ${times === null ? nothing : html`<p data-private>${t('kioskPages.checkin.month', { times })}</p>`}
    <p>
      <span class="leaves"
        >${t(isTold ? 'kioskPages.checkin.leaves' : 'kioskPages.checkin.leavesHere', { count })}</span
      >
    </p>`;
