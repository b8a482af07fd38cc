import type { HubTrouble } from '../../../app/hub-client.ts';
import { t } from '../../../i18n/index.ts';

/** Why signing in did not work, kindly. */
export function signInTrouble(trouble: HubTrouble): string {
  switch (trouble.type) {
    case 'away':
      return t('staff.signIn.away');
    case 'unauthorised':
    case 'forbidden':
    case 'bad-input':
      return t('staff.signIn.wrong');
    case 'throttled':
      return t('staff.signIn.wait', { count: trouble.waitS ?? 30 });
    case 'unknown':
    case 'problem':
      return t('staff.signIn.hubTrouble');
  }
}

/** Why a new PIN was not taken. */
export function secretTrouble(trouble: HubTrouble): string {
  switch (trouble.type) {
    case 'away':
      return t('staff.secret.away');
    case 'bad-input':
      return t('staff.secret.weak');
    case 'unauthorised':
    case 'forbidden':
      return t('staff.secret.signInAgain');
    case 'throttled':
      return t('staff.signIn.wait', { count: trouble.waitS ?? 30 });
    case 'unknown':
    case 'problem':
      return t('staff.signIn.hubTrouble');
  }
}
