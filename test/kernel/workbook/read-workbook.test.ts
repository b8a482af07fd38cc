import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { constants, inflateSync } from 'node:zlib';
import { readWorkbook } from '../../../src/app/sheets/read-workbook.ts';
import { columnLetters, dateOfSerial, type Workbook } from '../../../src/kernel/workbook.ts';
import { day, fixture, over, workbookOf, xlsx } from '../../support/workbooks.ts';

/** The texts of a workbook's first sheet, each with its address. */
const texts = (workbook: Workbook): readonly string[] =>
  (workbook.sheets[0]?.rows ?? []).flatMap(({ cells }) =>
    cells.map(({ address, text }) => `${address} ${text}`),
  );
const cellOf = ({ sheets }: Workbook, address: string) =>
  sheets
    .flatMap(({ rows }) => rows)
    .flatMap(({ cells }) => cells)
    .find((cell) => cell.address === address);
const troubleOf = async (bytes: Uint8Array): Promise<unknown> => {
  const read = await readWorkbook(bytes);
  return read.ok ? texts(read.value) : read.error;
};
/** As if of each part a byte were missing, by what the zip's directory says. */
function longerThanItIs(zip: Uint8Array): Uint8Array {
  const torn = zip.slice();
  const view = new DataView(torn.buffer);
  for (let at = 0; at + 28 < torn.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50)
      view.setUint32(at + 24, view.getUint32(at + 24, true) + 1, true);
  return torn;
}
/**
 * As before Chromium 103: what a zip has is not known, and a zlib stream without the sum at its end is an error, at which
 * whatever nobody has read yet is lost.
 */
class OlderDecompression extends TransformStream<BufferSource, Uint8Array<ArrayBuffer>> {
  constructor(format: CompressionFormat) {
    if (format !== 'deflate') throw new TypeError('Unsupported compression format');
    const packed: Uint8Array<ArrayBuffer>[] = [];
    let told = 0;
    super({
      async transform(piece, controller) {
        packed.push(new Uint8Array(await new Blob([piece]).arrayBuffer()));
        const all = new Uint8Array(
          inflateSync(Buffer.concat(packed), { finishFlush: constants.Z_SYNC_FLUSH }),
        );
        // In pieces, as an engine gives it.
        for (; told < all.length; told += PIECE) controller.enqueue(all.slice(told, told + PIECE));
        told = all.length;
      },
      flush: (controller) => controller.error(new TypeError('Compressed input was truncated.')),
    });
  }
}
const PIECE = 1024;

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('A workbook that somebody brings', () => {
  it('is read as it stands: words, numbers, days, merged cells, each by its address', async () => {
    const workbook = await workbookOf(
      await xlsx([
        [over('第50周食谱', 1, 3), null, null],
        [day('2026-12-07'), ' 红烧肉\u200B ', 8.5],
        [],
        [over('午餐', 2), '0012', true],
        [null, '米饭', { value: 12, format: '0.00"元"' }],
      ]),
    );
    assert.deepEqual(texts(workbook), [
      'A1 第50周食谱',
      'A2 2026-12-07',
      'B2 红烧肉',
      'C2 8.5',
      'A4 午餐',
      'B4 0012',
      'C4 TRUE',
      'B5 米饭',
      'C5 12.00元',
    ]);
    assert.equal(cellOf(workbook, 'A2')?.date, '2026-12-07');
    assert.deepEqual(cellOf(workbook, 'A1')?.spans, { rows: 1, columns: 3 });
    assert.deepEqual(cellOf(workbook, 'A4')?.spans, { rows: 2, columns: 1 });
    assert.equal(cellOf(workbook, 'C2')?.value, 8.5);
  });

  for (const name of ['month-list.xlsx', 'month-list.xls'])
    it(`leaves out what is hidden, and says which: a dish somebody has hidden is not cooked (${name})`, async () => {
      const workbook = await workbookOf(fixture(name));
      assert.deepEqual(workbook.hiddenSheets, ['旧价格']);
      const [sheet] = workbook.sheets;
      assert.deepEqual([sheet?.hiddenRows, sheet?.hiddenColumns], [[3], ['E']]);
      assert.equal(
        texts(workbook).some((text) => /取消的菜|成本|去年/.test(text)),
        false,
      );
      const price = cellOf(workbook, 'B2');
      assert.deepEqual([price?.value, price?.formula], [12, 'saved']);
    });

  it('shows its days as days, however they are dressed', async () => {
    const workbook = await workbookOf(fixture('week-grid.xlsx'));
    assert.deepEqual(
      workbook.sheets[0]?.rows[1]?.cells.map(({ date, text }) => date ?? text),
      ['餐次', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'],
    );
    assert.equal(cellOf(workbook, 'B5')?.text, '红烧肉 12元\n番茄炒蛋 6元');
  });

  it('says of a formula that nothing was saved with it, instead of making a price up', async () => {
    const workbook = await workbookOf(await xlsx([['红烧肉', { value: '6*2', type: 'Formula' }]]));
    assert.deepEqual([cellOf(workbook, 'B1')?.value, cellOf(workbook, 'B1')?.formula], [null, 'unsaved']);
  });

  it('is read where an engine unpacks whole zlib streams only: it was told to be damaged on an older PC', async (t) => {
    t.mock.property(globalThis, 'DecompressionStream', OlderDecompression);
    // A busy machine comes to what is unpacked when all of it has been handed over.
    const { read } = ReadableStreamDefaultReader.prototype;
    t.mock.method(
      ReadableStreamDefaultReader.prototype,
      'read',
      async function (this: ReadableStreamDefaultReader) {
        for (let turns = 20; turns > 0; turns -= 1) await setImmediate();
        return read.call(this);
      },
    );
    for (const name of ['month-list.xlsx', 'week-grid.xlsx'])
      assert.ok(
        texts(await workbookOf(fixture(name))).some((text) => text.includes('红烧肉')),
        name,
      );
    assert.deepEqual(await troubleOf(longerThanItIs(fixture('week-grid.xlsx'))), { kind: 'damaged' });
  });

  it('counts days from 1904 where a Mac did', () => {
    assert.deepEqual(
      [
        dateOfSerial(46370.75, false),
        dateOfSerial(44908, true),
        dateOfSerial(8.5, false),
        dateOfSerial(1e12, false),
      ],
      ['2026-12-14', '2026-12-14', null, null],
    );
  });

  it('names columns as Excel does', () =>
    assert.deepEqual([1, 26, 27, 52, 703].map(columnLetters), ['A', 'Z', 'AA', 'AZ', 'AAA']));
});

describe('A table as text', () => {
  const table = '日期,菜名,备注\r\n12月7日,"红烧肉,大份","又香\r\n又软"\r\n\r\n12月8日,𬶐鱼,"说""好"""\r\n';
  const read = [
    'A1 日期',
    'B1 菜名',
    'C1 备注',
    'A2 12月7日',
    'B2 红烧肉,大份',
    'C2 又香\n又软',
    'A4 12月8日',
    'B4 𬶐鱼',
    'C4 说"好"',
  ];
  const utf8 = new TextEncoder().encode(table);
  const utf16 = (little: boolean, mark: boolean): Uint8Array => {
    const text = (mark ? '\uFEFF' : '') + table;
    const view = new DataView(new ArrayBuffer(text.length * 2));
    [...Array(text.length).keys()].forEach((i) => view.setUint16(i * 2, text.charCodeAt(i), little));
    return new Uint8Array(view.buffer);
  };
  const files: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': utf8,
    'UTF-8 with its mark': new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]),
    'UTF-16 of Excel’s “Unicode text”': utf16(true, true),
    'UTF-16, the other end first': utf16(false, true),
    'UTF-16 without a mark': utf16(true, false),
  };
  for (const [name, bytes] of Object.entries(files))
    it(`is read in ${name}`, async () => assert.deepEqual(texts(await workbookOf(bytes)), read));

  it('is read in GB18030, which Excel in China writes, with the characters that only this has', async () => {
    // 菜名,价格 / 红烧肉,8 / 𬶐鱼 (four bytes),６
    const bytes = latin(
      '\xB2\xCB\xC3\xFB,\xBC\xDB\xB8\xF1\n\xBA\xEC\xC9\xD5\xC8\xE2,8\n\x99\x30\x9F\x36\xD3\xE3,\xA3\xB6\n',
    );
    const found = texts(await workbookOf(bytes));
    assert.equal(found.slice(0, 4).join(' '), 'A1 菜名 B1 价格 A2 红烧肉 B2 8');
    assert.match(found.slice(4).join(' '), /^A3 \p{Script=Han}鱼 B3 ６$/u);
  });

  it('is parted by what it is parted by: semicolons, tabs, or what it says itself', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const text of ['菜名;价格\n鱼,肉;8', '菜名\t价格\n鱼,肉\t8', 'sep=;\r\n菜名;价格\r\n鱼,肉;8'])
      assert.deepEqual(texts(await workbookOf(bytes(text))), ['A1 菜名', 'B1 价格', 'A2 鱼,肉', 'B2 8']);
    assert.deepEqual(texts(await workbookOf(bytes('菜名,尺寸\n"大饼,12\n花卷,3'))), [
      'A1 菜名',
      'B1 尺寸',
      'A2 "大饼',
      'B2 12',
      'A3 花卷',
      'B3 3',
    ]);
  });
});

describe('A file that cannot be read says what it is', () => {
  const trouble: Readonly<Record<string, readonly [Uint8Array, unknown]>> = {
    'a PDF': [latin('%PDF-1.7\n\xE2\xE3'), { kind: 'not-a-workbook', is: 'pdf' }],
    'a photo': [latin('\xFF\xD8\xFF\xE0\0\x10JFIF'), { kind: 'not-a-workbook', is: 'picture' }],
    'a photo of a telephone (HEIC)': [latin('\0\0\0\x24ftypheic'), { kind: 'not-a-workbook', is: 'picture' }],
    'a web page with the name of a workbook': [
      latin('\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
      { kind: 'not-a-workbook', is: 'web-page' },
    ],
    'an archive': [latin('Rar!\x1A\x07'), { kind: 'not-a-workbook', is: 'archive' }],
    'a program': [latin('MZ\x90\0\x03\0\0\0\x04\0'), { kind: 'not-a-workbook', is: 'unknown' }],
    'nothing at all': [new Uint8Array(), { kind: 'empty' }],
    'a text of blanks': [latin(' ,, \r\n ,\r\n'), { kind: 'empty' }],
    'Excel’s with a password': [fixture('locked.xlsx'), { kind: 'password' }],
    'old Excel’s with a password': [fixture('locked.xls'), { kind: 'password' }],
    'one that was cut off on its way': [fixture('week-grid.xlsx').slice(0, -900), { kind: 'damaged' }],
    'an old one that was cut off': [fixture('month-list.xls').slice(0, 4000), { kind: 'damaged' }],
  };
  for (const [name, [bytes, said]] of Object.entries(trouble))
    it(name, async () => assert.deepEqual(await troubleOf(bytes), said));

  it('a workbook without a word in it', async () =>
    assert.deepEqual(await troubleOf(await xlsx([[null, '  ']])), {
      kind: 'empty',
    }));

  it('a workbook with a torn byte anywhere: told, or read as it was, never read as something else', async () => {
    const whole = fixture('week-grid.xlsx');
    const right = texts(await workbookOf(whole));
    for (let at = 0; at < whole.length; at += 41) {
      const torn = whole.slice();
      torn.set([0xff, 0x00, 0x81], at);
      const read = await readWorkbook(torn);
      if (read.ok) assert.deepEqual(texts(read.value), right, `torn at ${at}`);
    }
  });

  it('a small file that unpacks into more than a telephone holds, before it is unpacked', async () => {
    const bomb = fixture('week-grid.xlsx');
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    assert.deepEqual(await troubleOf(bomb), { kind: 'too-much', rows: 20_000 });
  });

  it('a table of more rows than are taken, told before any is', async () => {
    const long = new TextEncoder().encode('菜名\n' + '面\n'.repeat(20_000));
    assert.deepEqual(await troubleOf(long), { kind: 'too-much', rows: 20_000 });
  });
});
