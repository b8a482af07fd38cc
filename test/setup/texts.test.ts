import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Tree = { readonly [key: string]: string | Tree };

function textsOf(locale: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (tree: Tree, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') texts.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8')), '');
  return texts;
}

function sourcesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const zh = textsOf('zh-CN');
const en = textsOf('en');
/** Plural forms belong to one key. */
const plain = (key: string): string => key.replace(/_(one|other)$/, '');
const blanks = (text: string): string =>
  [...text.matchAll(/{{(\w+)}}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');

/** A month is a number in one language and a name in the other; a button for tomorrow is too narrow for the word. */
const DATES: ReadonlySet<string> = new Set([
  'common.dates.monthDay',
  'staff.attendance.month',
  'kioskPages.menu.tomorrow',
]);

describe('The texts people read', () => {
  it('are there in English as in Chinese', () => {
    const missing = [...zh.keys()].filter((key) => !en.has(key));
    const strange = [...en.keys()].filter((key) => !zh.has(key) && !zh.has(`${plain(key)}_other`));
    assert.deepEqual({ missing, strange }, { missing: [], strange: [] });
  });

  it('are never empty: i18next shows the key where a text has no words', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '');
    assert.deepEqual(empty, []);
  });

  it('have in English a form for one wherever they have one for several, or the key is shown', () => {
    const stems = [...en.keys()].filter((key) => key.endsWith('_other')).map(plain);
    assert.deepEqual(
      stems.filter((key) => !en.has(`${key}_one`)),
      [],
    );
  });

  it('leave the same blanks to fill in both, dates aside', () => {
    const differ = [...zh].filter(
      ([key, text]) => !DATES.has(key) && blanks(text) !== blanks(en.get(key) ?? ''),
    );
    assert.deepEqual(
      differ.map(([key]) => key),
      [],
    );
  });

  it('show nobody a word that only the program knows', () => {
    const shows = [...zh, ...en].filter(([, text]) => /{{code}}|cookie/i.test(text));
    assert.deepEqual(shows, []);
  });

  it('are all asked for somewhere', () => {
    const code = ['app', 'features', 'i18n', 'shells', 'sw', 'ui']
      .map((name) => sourcesUnder(join(root, 'src', name)))
      .join('\n');
    const asked = new Set<string>();
    const patterns: RegExp[] = [];
    for (const [, text] of code.matchAll(/['"`]([a-z]\w*(?:\.[\w${}.()[\]-]+)+)['"`]/gi)) {
      if (text === undefined) continue;
      if (!text.includes('${')) asked.add(text);
      else
        patterns.push(
          new RegExp(`^${text.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+(?:\\.\\d+)?')}$`),
        );
    }
    const unused = [...zh.keys()]
      .map(plain)
      .filter((key) => !asked.has(key) && !patterns.some((one) => one.test(key)));
    assert.deepEqual([...new Set(unused)], []);
  });

  it('never tell an elder that they were wrong, nor of a machine’s troubles in its own words', () => {
    /** The elder’s own words, on the way back out of what they pressed. */
    const own = /\.undo$/;
    const blame =
      /错|有误|不正确|无效|失败|非法|异常|超时|网络|系统|\b(?:wrong|invalid|errors?|failed|failure|incorrect|illegal|mistake|time-?out|network|you (?:must|forgot))\b/i;
    const blaming = [...zh, ...en].filter(
      ([key, text]) => /^(kiosk|kioskPages)\./.test(key) && !own.test(key) && blame.test(text),
    );
    assert.deepEqual(blaming, []);
  });

  it('never call an elder 你, and stack no exclamation marks', () => {
    const rude = [...zh].filter(
      ([key, text]) => /^(kiosk|kioskPages|screen|pairing)\./.test(key) && /你|！！/.test(text),
    );
    assert.deepEqual(
      rude.map(([key]) => key),
      [],
    );
  });
});
