import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { Menu, Offer } from '../model/menu.ts';

type SetMeal = NonNullable<Menu['set']>;

/** The set meal's name, what it is, and the word to the guests, in the language of now as far as there is one. */
export const setName = (set: SetMeal): string => inPageLanguage(set.name, set.nameEn);
export const setText = (set: SetMeal): string => inPageLanguage(set.text, set.textEn);
export const noteWords = ({ note, noteEn }: Offer): string | null => inPageLanguage(note, noteEn);
