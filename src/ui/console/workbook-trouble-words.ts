import '../../i18n/sheets-texts.ts';
import { t } from '../../i18n/index.ts';

/** What kept a file from being read, as whatever read it tells it. */
type Trouble =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'too-much'; readonly rows: number }
  | {
      readonly kind: 'not-a-workbook';
      readonly is: 'pdf' | 'picture' | 'web-page' | 'document' | 'archive' | 'unknown';
    }
  | {
      readonly kind: 'empty' | 'password' | 'damaged' | 'gone' | 'too-slow' | 'no-reader' | 'stopped';
    };

const MEGABYTE = 1024 * 1024;

/** What happened to a file that could not be read, and what to do about it; empty where somebody stopped it themselves. */
export function workbookTroubleWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'too-large':
      return t('sheets.trouble.tooLarge', {
        size: Math.ceil(trouble.bytes / MEGABYTE),
        limit: Math.floor(trouble.limit / MEGABYTE),
      });
    case 'too-much':
      return t('sheets.trouble.tooMuch', { rows: trouble.rows });
    case 'not-a-workbook':
      return t(`sheets.trouble.is.${trouble.is}`);
    case 'stopped':
      return '';
    default:
      return t(`sheets.trouble.${trouble.kind}`);
  }
}
