import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { RowOf } from '../../../kernel/rows.ts';

/** What a policy is called in the language of the page, as far as it has a name there. */
export const policyTitle = ({ title, titleEn }: Pick<RowOf<'policy'>, 'title' | 'titleEn'>): string =>
  inPageLanguage(title, titleEn);
