import { html, nothing, type TemplateResult } from 'lit';
import type { Centre } from '../../centre/model/centre.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import type { Session } from '../../classes/model/sessions.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import { formatClock, formatNearDay, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { courseOf, type Signed, type Target } from './check-in-flow.ts';
import { nextToSignInFor, type CheckInRows } from './check-in-rows.ts';
import { alikeHint, nameCards } from '../../../ui/kiosk/who-views.ts';
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

/** So many stand large, and side by side where the glass is wider than high. */
const FEW = 2;

/** Which session; or, where there is none now, when the next one opens. */
export function targetView(
  rows: CheckInRows,
  moment: CivilMoment | null,
  targets: readonly Target[],
  choose: (target: Target) => void,
) {
  if (targets.length > 0) {
    return html`<h1>${t('kioskPages.checkin.which')}</h1>
      ${moment === null ? html`<p class="hint">${t('kioskPages.checkin.dayUnknown')}</p>` : nothing}
      <ll-pages class="targets ${targets.length > FEW ? '' : 'few'}">
        ${targets.map(
          (target) =>
            html`<button type="button" class="choice target" @click=${() => choose(target)}>
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
  return nothingNow(
    next === null || moment === null
      ? null
      : {
          name: nameOf({ type: 'session', session: next }),
          day: formatNearDay(next.date, moment.date),
          time: formatClock(clockTime(next.startMinute % 1440)),
        },
  );
}

/** It was taken off while somebody was signing in: nobody goes there for nothing. */
export const notHeldView = (target: Target, home: () => void) =>
  sentence(
    nameOf(target),
    html`${t('kioskPages.enrol.cancelled')} ${t('kioskPages.classes.cancelledMore')}`,
    [way(t('kioskPages.checkin.finished'), home, 'confirm')],
  );

/** There is nothing to sign in for; what comes next. */
const nothingNow = (
  next: { readonly name: string | TemplateResult; readonly day: string; readonly time: string } | null,
) =>
  html`<div class="done">
    <div class="said">
      <h1>${t('kioskPages.checkin.nothingNow')}</h1>
      ${
        next === null
          ? nothing
          : html`<p class="what">${t('kioskPages.checkin.nextIs')} ${next.name}</p>
              <p class="more">${t('kioskPages.checkin.nextWhen', { day: next.day, time: next.time })}</p>`
      }
    </div>
  </div>`;

/** Those a companion looks after, and anybody else. */
export function neighboursView(
  neighbours: readonly RosterEntry[],
  { choose, other }: { choose: (neighbour: RosterEntry) => void; other: () => void },
) {
  return html`<h1>${t('kioskPages.checkin.whichNeighbour')}</h1>
    ${nameCards(neighbours, t('kioskPages.who.this'), choose)}
    <div class="ways one">
      ${alikeHint(neighbours)}
      <ll-button @click=${other}>${t('kioskPages.checkin.otherNeighbour')}</ll-button>
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
        <p class="more">${more}</p>
      </div>
    </div>
    <div class="ways">${ways}</div>`;

const way = (words: string, act: () => void, kind: 'confirm' | 'quiet' = 'quiet') =>
  html`<ll-button kind=${kind} @click=${act}>${words}</ll-button>`;

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
      html`<ll-button data-careful @click=${yes}>${t('kioskPages.checkin.undoYes')}</ll-button>`,
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
