import { html, nothing } from 'lit';
import type { Centre } from '../../centre/model/centre.ts';
import { countOf, type Attendance } from '../model/attendance.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import { formatClock, formatNearDay, locale, t } from '../../../i18n/index.ts';
import { icon } from '../../../ui/common/icons.ts';
import { courseOf, TAIL_LENGTH, type Step, type Target } from './check-in-flow.ts';
import { nextToSignInFor, type CheckInRows } from './check-in-rows.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/keypad.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../i18n/kiosk-page-texts.ts';

type At<S extends Step['step']> = Extract<Step, { step: S }>;

const nameOf = (target: Target): string => {
  const course = courseOf(target);
  return locale() === 'en' ? (course.nameEn ?? course.name) : course.name;
};

/** Which session; or, where there is none now, when the next one opens. */
export function targetView(
  rows: CheckInRows,
  moment: CivilMoment | null,
  targets: readonly Target[],
  choose: (target: Target) => void,
) {
  if (targets.length > 0) {
    return html`<h1>${t('kioskPages.checkin.which')}</h1>
      ${moment === null ? html`<p class="lead">${t('kioskPages.checkin.dayUnknown')}</p>` : nothing}
      <ll-pages class="targets">
        ${targets.map((target) => html`<ll-button kind="edge" @click=${() => choose(target)}>${label(target)}</ll-button>`)}
      </ll-pages>`;
  }
  const next = moment === null ? null : nextToSignInFor(rows, moment);
  return html`<h1>${t('kioskPages.checkin.title')}</h1>
    <div class="done">
      <p class="what">${t('kioskPages.checkin.nothingNow')}</p>
      ${
        next === null || moment === null
          ? nothing
          : html`<p class="count">
              ${t('kioskPages.checkin.next', {
                name: nameOf({ type: 'session', session: next }),
                day: formatNearDay(next.date, moment.date),
                time: formatClock(clockTime(next.startMinute % 1440)),
              })}
            </p>`
      }
    </div>`;
}

const label = (target: Target): string =>
  target.type === 'session'
    ? `${formatClock(clockTime(target.session.startMinute % 1440))}　${nameOf(target)}`
    : nameOf(target);

/** The last four digits of the phone. */
export function digitsView({ target, typed, unknown }: At<'digits'>) {
  const places = Array.from({ length: TAIL_LENGTH }, (_, i) => i);
  return html`<div class="dial">
    <div class="asked">
      <h1>${nameOf(target)}</h1>
      ${
        unknown
          ? html`<p class="kindly" role="alert">${t('kioskPages.checkin.notFound')}</p>`
          : html`<p class="lead">${t('kioskPages.checkin.digits')}</p>`
      }
      <div class="digits" role="status" aria-label=${t('kioskPages.checkin.typed', { count: typed.length })}>
        ${places.map((i) => html`<span class=${i === typed.length ? 'next' : ''}>${typed[i] ?? ''}</span>`)}
      </div>
    </div>
    <ll-keypad></ll-keypad>
  </div>`;
}

/** Which of the masked names. */
export function namesView(
  { names }: At<'names'>,
  { choose, notMe }: { choose: (member: RosterEntry) => void; notMe: () => void },
) {
  return html`<h1>
      ${t(names.length === 1 ? 'kioskPages.checkin.isThisYou' : 'kioskPages.checkin.whichName')}
    </h1>
    <ll-pages class="names" data-careful>
      ${names.map(
        (member) =>
          html`<button type="button" class="name" @click=${() => choose(member)}>
            <b>${member.maskedName}</b
            ><small
              >${member.order === undefined ? nothing : t('kioskPages.checkin.sameName', { number: member.order })}</small
            ><span>${t('kioskPages.checkin.me')}</span>
          </button>`,
      )}
    </ll-pages>
    <div class="ways">
      <ll-button class="wide" @click=${notMe}>${t('kioskPages.checkin.notMe')}</ll-button>
    </div>`;
}

/** ✓: what was signed in for, today's count, and the way back out of a mistake. */
export function doneView(
  step: At<'done'> | At<'already'>,
  came: readonly Attendance[] | undefined,
  { undo, another, home }: { undo: (() => void) | null; another: () => void; home: () => void },
) {
  const target = step.step === 'done' ? step.claim.target : step.target;
  const loose = target.type === 'loose';
  return html`<div class="done">
      <div class="tick">${icon('tick')}</div>
      <div>
        <h1>${t(step.step === 'already' ? 'kioskPages.checkin.already' : 'kioskPages.checkin.done')}</h1>
        <p class="what">${step.member.maskedName} · ${nameOf(target)}</p>
        ${
          loose
            ? html`<p class="count">${t('kioskPages.checkin.looseDone')}</p>`
            : came === undefined
              ? nothing
              : html`<p class="count">
                  ${t('kioskPages.checkin.countBefore')}<b>${countOf(came, target.session.id)}</b>${t(
                    'kioskPages.checkin.countAfter',
                  )}
                </p>`
        }
      </div>
    </div>
    <div class="ways">
      <ll-button class="wide" kind="confirm" @click=${home}>${t('kioskPages.checkin.finished')}</ll-button>
      ${
        undo === null
          ? nothing
          : html`<ll-button data-careful @click=${undo}>${t('kioskPages.checkin.undo')}</ll-button>`
      }
      <ll-button class=${undo === null ? 'wide' : ''} @click=${another}
        >${t('kioskPages.checkin.another')}</ll-button
      >
    </div>`;
}

export const withdrawnView = ({ again, home }: { again: () => void; home: () => void }) =>
  html`<div class="done">
      <h1>${t('kioskPages.checkin.withdrawn')}</h1>
      <p class="what">${t('kioskPages.checkin.withdrawnMore')}</p>
    </div>
    <div class="ways">
      <ll-button class="wide" kind="confirm" @click=${again}>${t('kioskPages.checkin.again')}</ll-button>
      <ll-button class="wide" @click=${home}>${t('kioskPages.checkin.finished')}</ll-button>
    </div>`;

/** Not written down, or nobody can promise it: said plainly, and what else one can do. */
export const failedView = (
  centre: Centre | undefined,
  unsure: boolean,
  { again, home }: { again: () => void; home: () => void },
) =>
  html`<div class="done" role="alert">
      <h1>${t(unsure ? 'kioskPages.checkin.unsure' : 'kioskPages.checkin.failed')}</h1>
      <p class="what">
        ${t(unsure ? 'kioskPages.checkin.unsureMore' : 'kioskPages.checkin.failedMore', { phone: centre?.hotline ?? '' })}
      </p>
    </div>
    <div class="ways">
      <ll-button class="wide" kind="confirm" @click=${again}>${t('kioskPages.checkin.again')}</ll-button>
      <ll-button class="wide" @click=${home}>${t('kioskPages.checkin.finished')}</ll-button>
    </div>`;

/** Whoever it is cannot be found before the names are here: what else one can do. */
export const noRosterView = (centre: Centre | undefined, home: () => void) =>
  html`<div class="done" role="status">
      <h1>${t('kioskPages.checkin.noRoster')}</h1>
      <p class="what">${t('kioskPages.checkin.failedMore', { phone: centre?.hotline ?? '' })}</p>
    </div>
    <div class="ways">
      <ll-button class="wide" kind="confirm" @click=${home}>${t('kioskPages.checkin.finished')}</ll-button>
    </div>`;
