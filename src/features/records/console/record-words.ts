import { recordWords } from '../../registry.ts';
import { t, type TKey } from '../../../i18n/index.ts';
import { subjectName } from './subjects.ts';

const names: Readonly<Record<string, TKey>> = { ...recordWords, 'kiosk-config': 'staff.change.config' };

/** What a change is called; one of a newer build has no name here yet. */
export const changeName = (mutation: string): string => t(names[mutation] ?? 'staff.change.other');

/** The names of rows, by `KIND/ID`. */
export type Names = ReadonlyMap<string, string>;

/** What a change touched, in words and names, each once: who came to a session says also which session's number changed. */
export function subjectWords(subject: readonly string[], known: Names): string {
  const words = [...new Set(subject.map((one) => subjectName(one, known)))].filter((word) => word !== '');
  const saidByAnother = (word: string): boolean => words.some((other) => other.startsWith(`${word} `));
  return words.filter((word) => !saidByAnother(word)).join(t('common.listJoin'));
}

/** The changes whose names hold a text. */
export const changesCalled = (text: string): string[] =>
  Object.keys(names).filter((mutation) => changeName(mutation).includes(text));
