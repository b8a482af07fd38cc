import { locale } from './translate.ts';

/** What a centre wrote, in the language of the page: the Chinese, which is always there, or its English where it has one. */
export const inPageLanguage = <C extends string | null>(
  chinese: C,
  english: string | null | undefined,
): C | string =>
  locale() === 'zh-CN' || english === null || english === undefined || english.trim() === ''
    ? chinese
    : english;
