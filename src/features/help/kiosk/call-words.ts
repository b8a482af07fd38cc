import type { TemplateResult } from 'lit';
import { formatTimeAt, t } from '../../../i18n/index.ts';
import type { IconName } from '../../../ui/common/icons.ts';
import type { HelpCall } from '../model/help.ts';
import type { Stage } from '../model/stage.ts';
import { naming } from '../../../ui/kiosk/naming.ts';

/** The phones of the house; empty where none is known. */
export interface HelpNumbers {
  readonly hotline: string;
  readonly emergency: string;
}

interface PhoneNumber {
  readonly whose: string;
  readonly number: string;
}

/** What stands on the page of a call: a sign, what is so, what to do, and whom to ring where that is wanted. */
export interface Saying {
  readonly sign: IconName;
  readonly tone: '' | 'coming' | 'away' | 'emergency';
  readonly title: string;
  readonly words: string | TemplateResult;
  readonly numbers?: readonly PhoneNumber[];
  /** Which numbers it wants beside it. */
  readonly wants?: 'hotline' | 'emergency';
}

interface About {
  readonly isEmergency: boolean;
  readonly call: HelpCall | undefined;
  readonly times: number;
  /** The centre's minutes east of UTC; without it no time of day is said. */
  readonly offset: number | null;
}

/** How a call that stands so is said. */
export function sayingOf(stage: Stage, about: About): Saying {
  const saying = ordinary(stage, about);
  if (!about.isEmergency || stage === 'helped' || stage === 'withdrawn') return saying;
  const wanting = { ...saying, wants: 'emergency' } as const;
  if (stage === 'coming' || stage === 'late') return wanting;
  const words = t('kioskPages.help.emergencyMore');
  const tone = 'emergency';
  if (stage === 'calling') return { ...wanting, tone, title: t('kioskPages.help.emergencyCalling'), words };
  if (stage === 'called') return { ...wanting, tone, title: t('kioskPages.help.emergencyCalled'), words };
  return { ...wanting, words };
}

function ordinary(stage: Stage, { call, times, offset }: About): Saying {
  switch (stage) {
    case 'calling':
      return bell(t('kioskPages.help.calling'), t('kioskPages.help.callingMore'));
    case 'called':
      return bell(t('kioskPages.help.called'), t('kioskPages.help.sent'));
    case 'unseen':
      return ringing(t('kioskPages.help.unseen'), t('kioskPages.help.unseenMore'));
    case 'unanswered':
      return ringing(t('kioskPages.help.unanswered'), t('kioskPages.help.unansweredMore', { count: times }));
    case 'nobody':
      return ringing(t('kioskPages.help.nobody'), t('kioskPages.help.nobodyMore'));
    case 'coming':
      return done(t('kioskPages.help.coming'), comingWords(call, offset));
    case 'late':
      return ringing(t('kioskPages.help.late'), t('kioskPages.help.lateMore'));
    case 'helped':
      return done(t('kioskPages.help.helped'), t('kioskPages.help.helpedMore'));
    case 'withdrawn':
      return done(t('kioskPages.help.withdrawn'), t('kioskPages.help.withdrawnMore'));
    case 'lost':
      return ringing(t('kioskPages.help.failed'), t('kioskPages.help.failedMore'));
    case 'away':
      return ringing(t('kioskPages.help.away'), t('kioskPages.help.else'));
    case 'cut':
      return ringing(t('kioskPages.help.cut'), t('kioskPages.help.cutMore'));
    case 'signed-out':
      return ringing(t('kioskPages.help.signedOut'), t('kioskPages.help.signedOutElse'));
  }
}

function comingWords(call: HelpCall | undefined, offset: number | null): Saying['words'] {
  const name = call?.answeredBy ?? t('kioskPages.help.staff');
  const atMs = call?.answeredAtMs ?? null;
  const words =
    atMs === null || offset === null
      ? t('kioskPages.help.comingBy', { name })
      : t('kioskPages.help.comingAt', { name, time: formatTimeAt(atMs, offset) });
  return naming(words, name);
}

/** What is asked before it is done. */
export function asking(question: 'emergency' | 'whose', numbers: HelpNumbers): Saying {
  if (question === 'whose')
    return {
      sign: 'bell',
      tone: '',
      title: t('kioskPages.help.whose'),
      words: t('kioskPages.help.whoseMore'),
    };
  const title = t('kioskPages.help.emergencyAsk');
  const words = t('kioskPages.help.emergencyAskMore');
  return withNumbers({ sign: 'bell', tone: 'emergency', title, words, wants: 'emergency' }, numbers);
}

/** The same with the phones it wants, as far as they are known; 120 is known everywhere. */
export function withNumbers(saying: Saying, { hotline, emergency }: HelpNumbers): Saying {
  if (saying.wants === undefined) return saying;
  if (saying.wants === 'hotline')
    return { ...saying, numbers: known(t('kioskPages.help.phoneHotline'), hotline) };
  const ambulance = { whose: t('kioskPages.help.phone120'), number: '120' };
  return { ...saying, numbers: [ambulance, ...known(t('kioskPages.help.phoneHouse'), emergency)] };
}

const known = (whose: string, number: string): readonly PhoneNumber[] =>
  number === '' ? [] : [{ whose, number }];
const bell = (title: string, words: string): Saying => ({ sign: 'bell', tone: '', title, words });
const ringing = (title: string, words: string): Saying => ({
  sign: 'phone',
  tone: 'away',
  title,
  words,
  wants: 'hotline',
});
const done = (title: string, words: Saying['words']): Saying => ({
  sign: 'tick',
  tone: 'coming',
  title,
  words,
});
