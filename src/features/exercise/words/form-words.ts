import '../../../i18n/exercise-texts.ts';
import type { Form } from '../model/run.ts';
import { locale, t } from '../../../i18n/index.ts';

const NUMERALS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** 三 of a numbered form; null of opening, closing and what has more than eight. */
export function numeralOf({ number }: Pick<Form, 'number'>): string | null {
  const numeral = NUMERALS.find((one) => one === number);
  return numeral === undefined ? null : t(`exercise.numeral.${numeral}`);
}

/** 第三式 of a numbered form; null of any other. */
export function numberOf(form: Pick<Form, 'number'>): string | null {
  const numeral = numeralOf(form);
  return numeral === null ? null : t('exercise.number', { number: numeral });
}

/** A form's name in the language of the page. */
export const nameOf = (form: Pick<Form, 'name' | 'nameEn'>): string =>
  locale() === 'en' ? form.nameEn : form.name;

/** 第三式 调理脾胃须单举, in one line of text. */
export const numberedName = (form: Form): string => [numberOf(form), nameOf(form)].filter(Boolean).join(' ');
