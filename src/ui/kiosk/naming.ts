import { html, type TemplateResult } from 'lit';
import { locale } from '../../i18n/index.ts';
import { inLanguage } from '../common/in-language.ts';

/** A sentence with somebody's name in it, which is Chinese whatever the page is, and says so. */
export function naming(sentence: string, name: string): string | TemplateResult {
  const at = sentence.indexOf(name);
  if (locale() === 'zh-CN' || at < 0 || !/[\u3400-\u9fff]/.test(name)) return sentence;
  return html`${sentence.slice(0, at)}${inLanguage(name, null)}${sentence.slice(at + name.length)}`;
}
