import { html, nothing, type TemplateResult } from 'lit';
import type { Centre } from '../../centre/model/centre.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import type { Session } from '../../classes/model/sessions.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import { formatClock, formatNearDay, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { courseOf, type Signed, type Target } from './check-in-flow.ts';
import { nextToSignInFor, type CheckInRows } from './check-in-rows.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** What one signs in for, in the language of the page. */
export const nameOf = (target: Target): string | TemplateResult => {
  const course = courseOf(target);
  return inLanguage(course.name, course.nameEn);
};

/** Where it is, in the language of the page; a room that it was moved to has no English. */
export const roomOf = ({ room, course }: Session) =>
  inLanguage(room, room === course.room ? course.roomEn : null);

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
        ${targets.map(
          (target) =>
            html`<button type="button" class="target" @click=${() => choose(target)}>
              <b>${nameOf(target)}</b>
              ${
                target.type === 'session'
                  ? html`<span
                      >${formatClock(clockTime(target.session.startMinute % 1440))} ·
                      ${roomOf(target.session)}</span
                    >`
                  : nothing
              }
            </button>`,
        )}
      </ll-pages>`;
  }
  const next = moment === null ? null : nextToSignInFor(rows, moment);
  return html`<h1>${t('kioskPages.checkin.title')}</h1>
    <div class="done">
      <p class="what">${t('kioskPages.checkin.nothingNow')}</p>
      ${
        next === null || moment === null
          ? nothing
          : html`<p class="what">
                ${t('kioskPages.checkin.nextIs')} ${nameOf({ type: 'session', session: next })}
              </p>
              <p class="count">
                ${t('kioskPages.checkin.nextWhen', {
                  day: formatNearDay(next.date, moment.date),
                  time: formatClock(clockTime(next.startMinute % 1440)),
                })}
              </p>`
      }
    </div>`;
}

/** It was taken off while somebody was signing in: nobody goes there for nothing. */
export const notHeldView = (target: Target, home: () => void) =>
  sentence(
    nameOf(target),
    html`${t('kioskPages.enrol.cancelled')} ${t('kioskPages.classes.cancelledMore')}`,
    [way(t('kioskPages.checkin.finished'), home, 'confirm')],
  );

/** Those a companion looks after, and anybody else. */
export function neighboursView(
  neighbours: readonly RosterEntry[],
  { choose, other }: { choose: (neighbour: RosterEntry) => void; other: () => void },
) {
  return html`<h1>${t('kioskPages.checkin.whichNeighbour')}</h1>
    <ll-pages class="targets" data-careful>
      ${neighbours.map(
        (one) =>
          html`<button type="button" class="target" data-careful @click=${() => choose(one)}>
            <b lang="zh-CN" data-private>${one.maskedName}</b>
            ${one.order === undefined ? nothing : html`<span>${t('kioskPages.who.sameName', { number: one.order })}</span>`}
          </button>`,
      )}
    </ll-pages>
    <div class="ways">
      <ll-button class="wide" @click=${other}>${t('kioskPages.checkin.otherNeighbour')}</ll-button>
    </div>`;
}

/** Something to say, what more, and what can be done. */
const sentence = (
  what: TemplateResult | string,
  more: TemplateResult | string,
  ways: readonly TemplateResult[],
  isAlert = false,
) =>
  html`<div class="done" role=${isAlert ? 'alert' : nothing}>
      <div class="said">
        <h1>${what}</h1>
        <p class="what">${more}</p>
      </div>
    </div>
    <div class="ways">${ways}</div>`;

const way = (words: string, act: () => void, kind: 'confirm' | 'quiet' = 'quiet') =>
  html`<ll-button class="wide" kind=${kind} @click=${act}>${words}</ll-button>`;

/** A visitor is counted, and asked for nothing. */
export const visitorView = ({ yes, no }: { yes: () => void; no: () => void }) =>
  sentence(t('kioskPages.checkin.visitorAsk'), t('kioskPages.checkin.visitorMore'), [
    way(t('kioskPages.checkin.visitorYes'), yes, 'confirm'),
    way(t('kioskPages.checkin.visitorNo'), no),
  ]);

/** Whose it is stands on the question: nobody takes back another's by mistake. */
export const undoingView = (of: Signed, { yes, no }: { yes: () => void; no: () => void }) =>
  sentence(
    t('kioskPages.checkin.undoAsk'),
    html`${
      of.attendee.maskedName === null
        ? t('kioskPages.checkin.visitor')
        : html`<span lang="zh-CN" data-private>${of.attendee.maskedName}</span>`
    }
    · ${nameOf(of.target)}`,
    [
      way(t('kioskPages.checkin.undoNo'), no, 'confirm'),
      html`<ll-button class="wide" data-careful @click=${yes}>${t('kioskPages.checkin.undoYes')}</ll-button>`,
    ],
  );

export const withdrawnView = ({ again, home }: { again: () => void; home: () => void }) =>
  sentence(t('kioskPages.checkin.withdrawn'), t('kioskPages.checkin.withdrawnMore'), [
    way(t('kioskPages.checkin.again'), again, 'confirm'),
    way(t('kioskPages.checkin.finished'), home),
  ]);

/** Not written down, or nobody can promise it: said plainly, and what else one can do. */
export const failedView = (
  centre: Centre | undefined,
  unsure: boolean,
  { again, home }: { again: () => void; home: () => void },
) =>
  sentence(
    t(unsure ? 'kioskPages.checkin.unsure' : 'kioskPages.checkin.failed'),
    t(unsure ? 'kioskPages.checkin.unsureMore' : 'kioskPages.checkin.failedMore', {
      phone: centre?.hotline ?? '',
    }),
    [way(t('kioskPages.checkin.again'), again, 'confirm'), way(t('kioskPages.checkin.finished'), home)],
    true,
  );

/** Nobody says here who they are: staff write it down. */
export const byStaffView = (centre: Centre | undefined, ways: NamelessWays) =>
  nameless(t('kioskPages.checkin.byStaff'), centre, ways);

/** Whoever it is cannot be found before the names are here: what else one can do. */
export const noRosterView = (centre: Centre | undefined, ways: NamelessWays) =>
  nameless(t('kioskPages.checkin.noRoster'), centre, ways);

interface NamelessWays {
  readonly visitor: (() => void) | null;
  readonly home: () => void;
}

const nameless = (what: string, centre: Centre | undefined, { visitor, home }: NamelessWays) =>
  sentence(what, t('kioskPages.checkin.failedMore', { phone: centre?.hotline ?? '' }), [
    ...(visitor === null ? [] : [way(t('kioskPages.checkin.visitorWay'), visitor)]),
    way(t('kioskPages.checkin.finished'), home, 'confirm'),
  ]);
