import { isText, shape } from '../../kernel/guards.ts';
import { actorKeyOf } from '../../kernel/mutation.ts';
import { t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { workHere } from '../../store/work-here.ts';
import type { Check } from './checks.ts';
import { moment } from './moment.ts';

const isAboutSomebody = shape({ memberId: isText });

/** What whoever steals a kiosk finds in it of people, and till when. Fails where its store does not open. */
export async function peopleCheck(
  store: Pick<LocalStore, 'actor' | 'time' | 'utcOffsetMinutes'>,
): Promise<Check> {
  const { deviceId } = store.actor;
  const name = `leling:${deviceId}:${actorKeyOf(store.actor)}`;
  const { unsent, kept, sealed, sinceMs, rows } = await workHere(name, isAboutSomebody);
  const found =
    sinceMs === null
      ? t('selfCheck.people.none')
      : t('selfCheck.people.some', {
          count: unsent + kept,
          unsent,
          kept,
          when: moment(sinceMs, store.time().nowMs, store.utcOffsetMinutes),
        });
  const locked = sealed === 0 ? '' : t('selfCheck.people.sealed', { count: sealed });
  const loose = rows === 0 ? '' : t('selfCheck.people.loose', { count: rows });
  const parts = [found, locked, loose].filter((part) => part !== '');
  const whole = parts.join(found.endsWith('。') ? '' : ' ');
  return { name: t('selfCheck.people.name'), verdict: 'good', found: whole, remedy: null };
}
