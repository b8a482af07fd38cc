import { rememberedDevices } from '../../app/remembered-devices.ts';
import { formatNearDay, formatTimeAt, t, type TKey } from '../../i18n/index.ts';
import { healedWords } from '../../i18n/healed-words.ts';
import { civilMoment } from '../../kernel/time.ts';
import { healedLately, type Healed } from '../../store/healed.ts';
import type { Check } from './checks.ts';

/** Healed only as far as a program can: somebody has to look at the machine, or to know what is not known. */
const wantsAHand: ReadonlyMap<string, TKey> = new Map([
  ['store-in-memory', 'selfCheck.healed.remedy'],
  ['all-emptied', 'selfCheck.healed.remedyUnknown'],
]);
/** So long a thing that wants a hand is told as one that still does. */
const STILL_MS = 24 * 3_600_000;

/** What this machine has healed by itself, one line each: when, and what. */
export function healedChecks(): readonly Check[] {
  const offset = rememberedDevices()[0]?.utcOffsetMinutes ?? -new Date().getTimezoneOffset();
  return healedLately().map((one) => lineOf(one, offset));
}

function lineOf({ kind, atMs, count }: Healed, offset: number): Check {
  const today = civilMoment(Date.now(), offset).date;
  const when = `${formatNearDay(civilMoment(atMs, offset).date, today)} ${formatTimeAt(atMs, offset)}`;
  const remedy = Date.now() - atMs < STILL_MS ? wantsAHand.get(kind) : undefined;
  return {
    name: count === 1 ? when : t('selfCheck.healed.times', { when, count }),
    verdict: remedy === undefined ? 'good' : 'mind',
    found: healedWords(kind),
    remedy: remedy === undefined ? null : t(remedy),
  };
}
