import { html, type TemplateResult } from 'lit';
import { locale } from '../../i18n/index.ts';

/**
 * Words that a centre wrote, in the language of the page: the Chinese ones, which are always there, or their English.
 * Where nobody has translated them they stay Chinese and say so by their `lang`, for those who have the page read to
 * them.
 */
export function inLanguage(chinese: string, english: string | null | undefined): string | TemplateResult {
  if (locale() === 'zh-CN') return chinese;
  return isTranslated(english) ? english : html`<span lang="zh-CN">${chinese}</span>`;
}

/** Whether there are words in English at all; a blank is none. */
const isTranslated = (english: string | null | undefined): english is string =>
  english !== null && english !== undefined && english.trim() !== '';
