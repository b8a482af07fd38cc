import { html, nothing, type TemplateResult } from 'lit';
import { t, type TKey } from '../../../i18n/index.ts';
import { sign } from '../../../ui/kiosk/sign.ts';
import type { Session } from '../model/sessions.ts';
import type { EnrolStep, Known } from './enrol-flow.ts';
import { clockOf, nameOf, roomOf } from './session-words.ts';
import '../../../ui/kiosk/own-comfort.ts';

/** What can be done from here. */
export interface EnrolWays {
  readonly undo: () => void;
  readonly leave: () => void;
  readonly again: () => void;
  readonly finished: () => void;
}

type Asked = Extract<EnrolStep, { step: 'asked' }>;

interface Saying {
  readonly heading: string;
  /** It is so: ✓. */
  readonly tick?: boolean;
  readonly more?: unknown;
  readonly others?: readonly (readonly [words: TKey, does: () => void])[];
}

/** What became of a name put down, or taken off, as far as anybody knows. */
export function askedView(
  asked: Asked,
  known: Known,
  { session, when, phone }: { readonly session: Session; readonly when: string; readonly phone: string },
  ways: EnrolWays,
): TemplateResult {
  const where = html`${when} ${clockOf(session.startMinute)}　<span class="room">${roomOf(session)}</span>`;
  return says(sayingOf(asked, known, where, phone, ways), ways.finished, asked.person.maskedName, session);
}

function sayingOf(asked: Asked, known: Known, where: unknown, phone: string, ways: EnrolWays): Saying {
  const undo = ['kioskPages.enrol.undo', ways.undo] as const;
  const joins = asked.wish === 'join';
  switch (known.type) {
    case 'asking':
      return { heading: t(joins ? 'kioskPages.enrol.asking' : 'kioskPages.enrol.leaving') };
    case 'noted':
      return joins
        ? { heading: t('kioskPages.enrol.noted'), more: t('kioskPages.enrol.notedMore'), others: [undo] }
        : { heading: t('kioskPages.enrol.noted'), more: t('kioskPages.enrol.leaveNotedMore') };
    case 'refused':
      return known.cancelled
        ? { heading: t('kioskPages.enrol.cancelled'), more: t('kioskPages.classes.cancelledMore') }
        : {
            heading: t(joins ? 'kioskPages.enrol.refused' : 'kioskPages.enrol.notLeft'),
            more: t('kioskPages.enrol.failedMore', { phone }),
          };
    case 'answered':
      return answered(asked, known.answer, where, undo, ways);
  }
}

function answered(
  { wish, person }: Asked,
  { state, place, already: wasThere }: Extract<Known, { type: 'answered' }>['answer'],
  where: unknown,
  undo: readonly [TKey, () => void],
  ways: EnrolWays,
): Saying {
  const leave = ['kioskPages.enrol.dontCome', ways.leave] as const;
  const already = wasThere && person.byCard;
  // Said whether it was so or not: who only knows a number learns nothing by it.
  if (wish === 'leave' && !person.byCard)
    return {
      heading: t('kioskPages.enrol.takenBack'),
      tick: true,
      more: t('kioskPages.enrol.takenBackMore'),
      others: [['kioskPages.enrol.again', ways.again]],
    };
  if (state === 'left')
    return wish === 'leave' && already
      ? { heading: t('kioskPages.enrol.notThere'), more: t('kioskPages.enrol.notThereMore') }
      : { heading: t('kioskPages.enrol.left'), tick: true, others: [['kioskPages.enrol.again', ways.again]] };
  // Put down at another kiosk too: that stands.
  if (wish === 'leave') return { heading: t('kioskPages.enrol.already'), more: where, others: [leave] };
  const heading = t(already ? 'kioskPages.enrol.already' : 'kioskPages.enrol.in');
  if (state === 'in') return { heading, tick: true, more: where, others: [already ? leave : undo] };
  return {
    heading: t('kioskPages.enrol.waiting', { place: place ?? 1 }),
    more: t('kioskPages.enrol.waitingMore'),
    others: [already ? leave : undo],
  };
}

/** Not written down, or nobody can promise it: said plainly, and what else one can do. */
export const failedView = (unsure: boolean, phone: string, ways: EnrolWays): TemplateResult =>
  says(
    {
      heading: t(unsure ? 'kioskPages.enrol.unsure' : 'kioskPages.enrol.failed'),
      more: t('kioskPages.enrol.failedMore', { phone }),
      others: [['kioskPages.enrol.again', ways.again]],
    },
    ways.finished,
  );

/** Taking a name off wants the card of whose it is, and here nobody has one. */
export const leaveByStaffView = (phone: string, finished: () => void): TemplateResult =>
  says(
    { heading: t('kioskPages.enrol.leaveByStaff'), more: t('kioskPages.enrol.failedMore', { phone }) },
    finished,
  );

/** Whoever it is cannot be found before the names are here: what else one can do. */
export const noNamesView = (phone: string, finished: () => void): TemplateResult =>
  says(
    { heading: t('kioskPages.enrol.noNames'), more: t('kioskPages.enrol.failedMore', { phone }) },
    finished,
  );

function says(
  { heading, tick = false, more, others = [] }: Saying,
  finished: () => void,
  name?: string,
  session?: Session,
): TemplateResult {
  return html`<div class="done">
      ${tick ? sign('tick') : nothing}
      <div class="said">
        <h1>${heading}</h1>
        ${session === undefined ? nothing : html`<p class="what" data-private><span lang="zh-CN">${name}</span> · ${nameOf(session)}</p>`}
        ${more === undefined ? nothing : html`<p class="more">${more}</p>`}
      </div>
    </div>
    <div class="ways">
      <ll-button class=${others.length === 0 ? 'wide' : ''} kind="confirm" @click=${finished}
        >${t('kioskPages.enrol.finished')}</ll-button
      >
      ${name === undefined ? nothing : html`<ll-own-comfort class="wide"></ll-own-comfort>`}
      ${others.map(([words, does]) => html`<ll-button kind="edge" data-careful @click=${does}>${t(words)}</ll-button>`)}
    </div>`;
}
