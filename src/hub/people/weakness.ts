/** What people choose first, everywhere: a neighbour tries these before any other. */
const COMMON = new Set(
  (
    'password passw0rd password1 qwertyui qwerty12 qwerty123 qwertyuiop asdfghjk asdfghjkl zxcvbnm1 1qaz2wsx q1w2e3r4 ' +
    'iloveyou 5201314 woaini1314 woaini520 admin123 administrator welcome1 letmein1 abc12345 abcd1234 a1234567 aa123456 ' +
    'a12345678 abc123456 abcdefgh xiaoming leling123 letmeinnow trustno1 sunshine princess football'
  ).split(' '),
);

/** What somebody is known by: no secret of theirs. */
interface Person {
  readonly name: string;
}

/** What is wrong with a chosen PIN or password; null when nothing is. */
export function weakness(secret: string, person: Person = { name: '' }): string | null {
  const plain = secret.normalize('NFKC');
  if (/^\d+$/.test(plain)) return weakPin(plain);
  if ([...plain].length < 8) return 'a password has at least eight characters (or use six digits)';
  const said = plain.toLowerCase().replaceAll(/[\s\p{Cf}]+/gu, '');
  if (new Set(said).size < 4) return 'a password has at least four different characters';
  if (COMMON.has(said) || isRow(said, 1)) return 'a password is not one of those that everybody tries';
  const name = person.name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
  const rest = name === '' ? said : said.replaceAll(name, '');
  return rest !== said && rest.length < 4 ? "a password is not one's own name" : null;
}

function weakPin(digits: string): string | null {
  if (digits.length < 6) return 'a PIN has at least six digits';
  if (new Set(digits).size < 3) return 'a PIN has at least three different digits';
  if ([1, 2, 3, 9, 8, 7].some((step) => isRow(digits, step)))
    return 'a PIN is not a row such as 123456 or 135791';
  if (isRepeated(digits)) return 'a PIN is not a few digits again and again';
  return /^(520131\d*|147258\d*|159357|147369|789456\d*)$/.test(digits)
    ? 'a PIN is not one that everybody tries'
    : null;
}

/** Whether each character comes so far after the one before; of digits 0 comes after 9. */
const isRow = (text: string, step: number): boolean =>
  [...text].every((_, at) => {
    if (at === 0) return true;
    const apart = text.charCodeAt(at) - text.charCodeAt(at - 1);
    return /^\d+$/.test(text) ? (apart + 10) % 10 === step : apart === step;
  });

/** 123123, 112233: one half, or thirds, of the same kind. */
const isRepeated = (digits: string): boolean =>
  /^(\d{1,3})\1+$/.test(digits) ||
  (/^(?:(\d)\1)+$/.test(digits) && isRow(digits.replaceAll(/(\d)\1/g, '$1'), 1));
