import { formatMoment, t } from '../../../i18n/index.ts';
import type { TimeReading } from '../../../kernel/time.ts';
import type { AccountStanding } from '../model/account-list.ts';
import type { KnownAccounts } from './read-accounts.ts';

/** Beside what it is said: what consoles are called, and the time as the device knows it. */
export interface Beside {
  readonly known: Pick<KnownAccounts, 'devices' | 'offset'>;
  readonly now: TimeReading;
}

const moment = (unixMs: number, { known, now }: Beside): string => formatMoment(unixMs, now, known.offset);

export const deviceWords = (deviceId: string, { known }: Beside): string =>
  known.devices.get(deviceId) ?? t('staff.accounts.someDevice');

/** When somebody signed in last, and where they still are. */
export function whereWords({ lastSignInAtMs, consoles }: AccountStanding, beside: Beside): string {
  const last =
    lastSignInAtMs === null
      ? t('staff.accounts.neverHere')
      : t('staff.accounts.lastHere', { at: moment(lastSignInAtMs, beside) });
  if (consoles.length === 0) return last;
  const names = consoles.map(({ deviceId }) => deviceWords(deviceId, beside)).join(t('common.listJoin'));
  return `${last} · ${t('staff.accounts.signedInOn', { names })}`;
}

/** Whether they have a PIN, a link that waits, or have to wait for their next try. */
export function pinWords(standing: AccountStanding | null, beside: Beside): string {
  if (standing === null) return t('staff.accounts.standingUnknown');
  const { hasSecret, linkUntilMs, closedUntilMs } = standing;
  return [
    t(hasSecret ? 'staff.accounts.hasPin' : 'staff.accounts.noPin'),
    ...(linkUntilMs === null
      ? []
      : [t('staff.accounts.linkWaitsUntil', { at: moment(linkUntilMs, beside) })]),
    ...(closedUntilMs === null ? [] : [closedWords(closedUntilMs, beside)]),
  ].join(' · ');
}

export const closedWords = (untilMs: number, beside: Beside): string =>
  t('staff.accounts.closedUntil', { at: moment(untilMs, beside) });

export const sinceWords = (sinceMs: number | null, beside: Beside): string =>
  sinceMs === null ? '' : t('staff.accounts.since', { at: moment(sinceMs, beside) });
