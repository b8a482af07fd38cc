import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';

/** What is written of a notice; empty for nothing. */
export interface Words {
  readonly title: string;
  readonly body: string;
  readonly titleEn: string;
  readonly bodyEn: string;
}
export type WordsField = keyof Words;

export const NO_WORDS: Words = { title: '', body: '', titleEn: '', bodyEn: '' };

/** How many characters there is room for: the hub takes a heading of so many, and a glass no longer text. */
const MOST: Readonly<Record<WordsField, number>> = { title: 40, titleEn: 40, body: 300, bodyEn: 300 };

const lengthOf = (text: string): number => [...text.trim()].length;
const isTooLong = (words: Words, name: WordsField): boolean => lengthOf(words[name]) > MOST[name];

/** The first field that is too long; null where none is. What is pasted is never cut off in silence. */
export const tooLongIn = (words: Words): WordsField | null =>
  (['title', 'body', 'titleEn', 'bodyEn'] as const).find((name) => isTooLong(words, name)) ?? null;

/** The same as it is stored: trimmed, and null for nothing. */
export function saidOf({ title, body, titleEn, bodyEn }: Words) {
  const orNull = (text: string): string | null => text.trim() || null;
  return { title: title.trim(), body: orNull(body), titleEn: orNull(titleEn), bodyEn: orNull(bodyEn) };
}

const ids = { title: 'title', body: 'body', titleEn: 'title-en', bodyEn: 'body-en' } as const;
export const fieldId = (name: WordsField): string => ids[name];

/**
 * One field of a notice's words, and what is amiss with it.
 * @param problem what else is; empty where nothing is
 */
export function noticeField(
  words: Words,
  name: WordsField,
  write: (words: Partial<Words>) => void,
  { problem = '', describedBy = '' }: { readonly problem?: string; readonly describedBy?: string } = {},
): TemplateResult {
  const at = fieldId(name);
  const said = isTooLong(words, name)
    ? t('staff.notices.over', { count: MOST[name], now: lengthOf(words[name]) })
    : problem;
  const invalid = said !== '' || describedBy !== '' ? 'true' : 'false';
  const lang = name === 'titleEn' || name === 'bodyEn' ? 'en' : nothing;
  const input = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      write({ [name]: target.value });
  };
  const by = `${at}-problem ${describedBy}`.trim();
  return html`<div>
    <label for=${at}>${t(`staff.notices.${name}`)}</label>
    ${
      name === 'title' || name === 'titleEn'
        ? html`<input
            id=${at}
            lang=${lang}
            aria-invalid=${invalid}
            aria-describedby=${by}
            .value=${words[name]}
            @input=${input}
          />`
        : html`<textarea
            id=${at}
            lang=${lang}
            aria-invalid=${invalid}
            aria-describedby=${by}
            .value=${words[name]}
            @input=${input}
          ></textarea>`
    }
    <p class="problem" id="${at}-problem" role="alert" ?hidden=${said === ''}>
      ${said === '' ? nothing : html`${consoleIcon('warning')}${said}`}
    </p>
  </div>`;
}
