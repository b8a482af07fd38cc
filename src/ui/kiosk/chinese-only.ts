import { html, nothing } from 'lit';
import { locale, t } from '../../i18n/index.ts';
import '../../i18n/kiosk-page-texts.ts';

/** A small word under what a centre wrote and nobody has translated, for those who read no Chinese. */
export const chineseOnly = (english: string | null | undefined) =>
  locale() === 'zh-CN' || (english ?? '').trim() !== ''
    ? nothing
    : html`<small class="chinese-only">${t('kioskPages.chineseOnly')}</small>`;
