import { t } from '../../i18n/index.ts';

/** Why something was not saved here and now, and what to do; `otherwise` where it is a matter of that page alone. */
export function refusedWords(code: string, otherwise: string): string {
  // To press again would be of no use.
  if (code === 'not-permitted') return t('staff.sheet.notPermitted');
  return code === 'not-kept' ? t('staff.sheet.notKept') : otherwise;
}
