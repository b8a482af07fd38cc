import type { Notice } from './notice.ts';

/** A notice's words in a language: the Chinese ones, which are always there, where nobody has translated them. */
export function inWords(
  { title, titleEn, body, bodyEn }: Pick<Notice, 'title' | 'titleEn' | 'body' | 'bodyEn'>,
  language: 'zh-CN' | 'en',
): { readonly title: string; readonly body: string | null } {
  const english = language === 'en';
  const said = (words: string | null | undefined): string | undefined =>
    english && words !== null && words !== undefined && words.trim() !== '' ? words : undefined;
  // A translated heading over Chinese is better than neither: what is missing stays as it was written.
  return { title: said(titleEn) ?? title, body: said(bodyEn) ?? body };
}
