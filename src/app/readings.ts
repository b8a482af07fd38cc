import { dict } from 'pinyin-match/src/simplified_dict.js';

const NONE: readonly string[] = [];
const table = new Map<string, string[]>();
for (const [syllable, characters] of Object.entries(dict))
  for (const character of characters) {
    const known = table.get(character);
    if (known === undefined) table.set(character, [syllable]);
    else known.push(syllable);
  }

/** How a Han character is read, by the table of a package; ü is typed v. */
export const readings = (character: string): readonly string[] => table.get(character) ?? NONE;
