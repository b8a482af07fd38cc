import type { MenuItem } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** 还剩 3 份; null where nobody has counted, or it is sold out. */
export const leftWords = ({ left = null, soldOut }: Pick<MenuItem, 'left' | 'soldOut'>): string | null =>
  left === null || soldOut ? null : t('kioskPages.menu.left', { count: left });
