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

/** Why the hub has not done what was asked about an account. */
export function accountTrouble(trouble: HubTrouble): string {
  switch (trouble.type) {
    case 'away':
      return t('staff.accounts.trouble.away');
    case 'bad-input':
      if (trouble.code === 'name-taken') return t('staff.accounts.trouble.taken');
      return trouble.code === 'weak-secret' ? t('staff.secret.weak') : t('staff.accounts.trouble.other');
    case 'unauthorised':
      return t('staff.accounts.trouble.signedOut');
    case 'forbidden':
      return t('staff.accounts.trouble.notManager');
    case 'unknown':
      return t('staff.accounts.trouble.gone');
    case 'throttled':
      return t('staff.signIn.wait', { count: trouble.waitS ?? 30 });
    case 'problem':
      return t('staff.signIn.hubTrouble');
  }
}
