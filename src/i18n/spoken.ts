/*
 * What is written, as a person says it: voices read "8.5 元/份" and "9:02" each in their own way, most of them wrong. The
 * rules stand in the order in which they are tried; what one has put into words no other looks at again.
 */

type Language = 'zh-CN' | 'en';
type Rule = readonly [pattern: RegExp, say: (...parts: string[]) => string];

/** A text as it is said aloud: prices, times, dates, telephone numbers and counts in words (Chinese), or so that no voice mistakes them (English). */
export function spoken(text: string, language: Language): string {
  const rules = language === 'zh-CN' ? CHINESE : ENGLISH;
  return rules.reduce((said, [pattern, say]) => said.replace(pattern, say), text);
}

const DIGITS = '零一二三四五六七八九';
const digit = (letter: string): string => DIGITS.charAt(Number(letter));
const oneByOne = (digits: string): string => [...digits].map(digit).join('');

/** A whole number from 0 to 999,999,999,999, as it is counted: 105 → 一百零五, 15 → 十五. */
export function countedInChinese(number: number): string {
  if (number === 0) return '零';
  const said = group(number);
  return said.startsWith('一十') ? said.slice(1) : said;
}

const STEPS: readonly (readonly [number, string])[] = [
  [100_000_000, '亿'],
  [10_000, '万'],
  [1000, '千'],
  [100, '百'],
  [10, '十'],
];

/** What is left out between two places is said as one nought. */
function group(number: number): string {
  for (const [size, name] of STEPS) {
    if (number < size) continue;
    const rest = number % size;
    const head = `${group(Math.floor(number / size))}${name}`;
    if (rest === 0) return head;
    return rest < size / 10 ? `${head}零${group(rest)}` : head + group(rest);
  }
  return digit(String(number));
}

function number(written: string): string {
  const [whole = '', fraction] = written.replace(/,/g, '').split('.');
  const said = whole.length > 1 && whole.startsWith('0') ? oneByOne(whole) : countedInChinese(Number(whole));
  return fraction === undefined ? said : `${said}点${oneByOne(fraction)}`;
}

/** Telephone numbers: figure by figure, 1 as 幺, with a breath where a line stands. */
const telephone = (written: string): string =>
  written
    .split(/[-\s]/)
    .map((part) => oneByOne(part).replace(/一/g, '幺'))
    .join('，');

function time(_: string, hour = '', minute = ''): string {
  const hours = Number(hour) === 2 ? '两' : countedInChinese(Number(hour));
  if (minute === '00') return `${hours}点`;
  if (minute === '30') return `${hours}点半`;
  return minute.startsWith('0') ? `${hours}点零${digit(minute.slice(1))}分` : `${hours}点${number(minute)}分`;
}

/** 8.5 → 八块五, 9 → 九块钱, 0.5 → 五毛, 12.35 → 十二块三毛五. */
function price(_: string, written = '', per = ''): string {
  const fen = Math.round(Number(written.replace(/,/g, '')) * 100);
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  const unit = per === '' ? '' : `一${per}`;
  const whole = yuan === 0 ? '' : `${yuan === 2 ? '两' : countedInChinese(yuan)}块`;
  if (jiao === 0 && rest === 0) return `${whole === '' ? '零块' : whole}钱${unit}`;
  if (rest === 0) return `${whole}${digit(String(jiao))}${whole === '' ? '毛' : ''}${unit}`;
  const small = jiao === 0 ? '零' : `${digit(String(jiao))}毛`;
  return whole === ''
    ? `${jiao === 0 ? '' : small}${digit(String(rest))}分${unit}`
    : `${whole}${small}${digit(String(rest))}${jiao === 0 ? '分' : ''}${unit}`;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const MEASURES = '位|个|份|碗|次|人|道|种|张|节|天|名|块|里|楼上|小时|分钟|斤|两|克|回|件|条|样|岁半';

const CHINESE: readonly Rule[] = [
  [/(?<![\d-])\d{3,4}-\d{3,8}(?:-\d{3,4})?(?![\d-])|(?<!\d)1\d{10}(?!\d)/g, telephone],
  [
    /(电话|热线|拨打|拨|号码|请打)([：:\s]*)(\d{3,}(?:[-\s]\d+)*)/g,
    (_, word = '', gap = '', digits = '') => `${word}${gap}${telephone(digits)}`,
  ],
  [/(\d{1,2}):(\d{2})(?!\d)/g, time],
  [/(\d{4})年/g, (_, year = '') => `${oneByOne(year)}年`],
  [new RegExp(`(${NUMBER})\\s*元(?:\\s*[/／]\\s*(\\p{Script=Han}))?`, 'gu'), price],
  [new RegExp(`(${NUMBER})\\s*[%％]`, 'g'), (_, written = '') => `百分之${number(written)}`],
  [/(?<=[\d点半分日])\s*[–—~～-]\s*(?=[\d零一二两三四五六七八九十上中下晚])/g, () => '到'],
  [new RegExp(`(?<![\\d.,]|第\\s*)2\\s*(?=${MEASURES})`, 'g'), () => '两'],
  [/[A-Za-z]+\d+/g, (written) => written.replace(/\d+/, oneByOne)],
  [/\d{7,}/g, oneByOne],
  [new RegExp(NUMBER, 'g'), number],
  [/(?<=\p{Script=Han})\s*\/\s*(?=\p{Script=Han})/gu, () => '，'],
  [/\s*[·•|]\s*/g, () => '，'],
  [/℃/g, () => '度'],
];

const ENGLISH: readonly Rule[] = [
  [
    /(?<![\d-])\d{3,4}-\d{3,8}(?:-\d{3,4})?(?![\d-])|(?<!\d)1\d{10}(?!\d)/g,
    (written) =>
      written
        .split('-')
        .map((part) => [...part].join(' '))
        .join(', '),
  ],
  [/(?<=\d(?:\s*[ap]m)?)\s*[–—]\s*(?=\d)/g, () => ' to '],
  [/\s*\/\s*(?=[a-z])/g, () => ' a '],
  [/\s*[·•|]\s*/g, () => ', '],
];
