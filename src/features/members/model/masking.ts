/** Compound surnames in use; each is kept whole when a name is masked. */
const compoundSurnames = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '独孤',
  '南宫',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '轩辕',
  '端木',
  '百里',
  '呼延',
  '东郭',
  '南门',
  '羊舌',
  '微生',
  '公冶',
  '太史',
  '申屠',
  '公羊',
  '澹台',
  '濮阳',
  '淳于',
  '单于',
  '钟离',
  '闻人',
  '赫连',
  '拓跋',
  '完颜',
  '鲜于',
  '闾丘',
  '仲孙',
  '第五',
  '西门',
]);

const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);

/**
 * A name as it may stand on a shared glass: the surname and the last character, the rest as stars.
 * 王兰 → 王*, 王秀兰 → 王*兰, 阿木古楞 → 阿**楞, 欧阳兰 → 欧阳*, 欧阳秀兰 → 欧阳*兰, Anna Smith → A** S**.
 * One character alone gets a star too, so that nobody can tell that it was all.
 */
export const maskName = (name: string): string => masksOf(name)[0] ?? '*';

/**
 * Every mask that gives away as much of a name as `maskName`, which is the first: another character of it stands
 * instead of the last. 王秀兰 → 王*兰, 王秀*; 王兰 → 王*, *兰. So look-alikes are told apart by a different part of
 * their names, and by nothing else of theirs.
 */
export function masksOf(name: string): readonly string[] {
  const clean = name.trim().replace(/\s+/g, ' ');
  const chars = [...clean];
  if (!chars.every(isHan)) return [maskOther(clean)];
  const [surname, given] = partsOf(chars);
  if (given.length === 0) return [`${surname}*`];
  if (given.length === 1) return [`${surname}*`, `${stars(surname)}${given.join('')}`];
  const last = given.length - 1;
  return [last, ...given.slice(0, -1).keys()].map(
    (shown) => surname + given.map((char, i) => (i === shown ? char : '*')).join(''),
  );
}

/**
 * What all masks of a name have in common. Two names whose outline differs look different under any of their masks.
 */
export function outlineOf(name: string): string {
  const clean = name.trim().replace(/\s+/g, ' ');
  const chars = [...clean];
  if (!chars.every(isHan)) return maskOther(clean);
  const [surname, given] = partsOf(chars);
  return given.length > 1 ? `${surname}${'*'.repeat(given.length)}` : stars(`${surname}*`);
}

function partsOf(chars: readonly string[]): readonly [surname: string, given: readonly string[]] {
  const surname = chars.length > 2 && compoundSurnames.has(chars.slice(0, 2).join('')) ? 2 : 1;
  return [chars.slice(0, surname).join(''), chars.slice(surname)];
}

const stars = (text: string): string => '*'.repeat([...text].length);

/** Names written with dots or letters: the first character of each part, and how many follow is not told. */
function maskOther(name: string): string {
  return name
    .split(/[\s·•.‧]+/u)
    .filter((part) => part !== '')
    .map((part) => `${[...part][0]}**`)
    .join(' ');
}
