import { digitsOf, type Member } from './roster.ts';

/** How a character is read, without tones; none for what is no Han character. */
export type Readings = (character: string) => readonly string[];

/** Which members are looked at: those who come, of them those with or without a card, and those who come no more. */
export type Among = 'here' | 'with-card' | 'without-card' | 'left';

/** Chinese names as a dictionary has them. */
const order = new Intl.Collator('zh-CN');

export const isAmong = ({ card, left }: Member, among: Among): boolean => {
  if (among === 'left') return left !== undefined;
  if (left !== undefined) return false;
  return among === 'here' || (typeof card === 'string') === (among === 'with-card');
};

export const inNameOrder = (members: readonly Member[]): readonly Member[] =>
  [...members].sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));

/**
 * Who is meant by what is typed: a part of a name, how it is read (`wangxiulan`, `wxl`, `wxiul`), or figures of the
 * telephone; its end comes first. All, where nothing is typed.
 * @param members in the order they are to be answered in
 */
export function searchMembers(
  members: readonly Member[],
  typed: string,
  readings: Readings,
): readonly Member[] {
  const asked = typed.toLowerCase().replace(/[\s·•'’-]/gu, '');
  if (asked === '') return members;
  if (/^\d+$/.test(asked)) {
    const found = members.filter(({ phone }) => phone !== null && digitsOf(phone).includes(asked));
    const ends = (one: Member): boolean => digitsOf(one.phone ?? '').endsWith(asked);
    return [...found.filter(ends), ...found.filter((one) => !ends(one))];
  }
  return members.filter(({ name }) => {
    const plain = name.toLowerCase().replace(/[\s·•'’-]/gu, '');
    return plain.includes(asked) || isReadSo([...plain], asked, readings);
  });
}

/** Whether some characters in a row, from any of them on, are read as typed, each whole, by its beginning or initial. */
const isReadSo = (chars: readonly string[], typed: string, readings: Readings): boolean =>
  /^[a-z]+$/.test(typed) && chars.some((_, from) => reads(chars, from, typed, readings));

function reads(chars: readonly string[], at: number, typed: string, readings: Readings): boolean {
  if (typed === '') return true;
  const char = chars[at];
  if (char === undefined) return false;
  return readings(char).some((reading) => {
    if (reading.startsWith(typed)) return true;
    for (let length = Math.min(reading.length, typed.length); length > 0; length -= 1)
      if (
        typed.slice(0, length) === reading.slice(0, length) &&
        reads(chars, at + 1, typed.slice(length), readings)
      )
        return true;
    return false;
  });
}
