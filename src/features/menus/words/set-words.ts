import { locale } from '../../../i18n/index.ts';
import type { Menu, Offer } from '../model/menu.ts';

type SetMeal = NonNullable<Menu['set']>;

/** The set meal's name, what it is, and the word to the guests, in the language of now as far as there is one. */
export const setName = (set: SetMeal): string => (locale() === 'en' ? (set.nameEn ?? set.name) : set.name);
export const setText = (set: SetMeal): string => (locale() === 'en' ? (set.textEn ?? set.text) : set.text);
export const noteWords = ({ note, noteEn }: Offer): string | null =>
  locale() === 'en' ? (noteEn ?? note) : note;
