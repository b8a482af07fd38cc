import { expect } from 'chai';
import { csvOf } from '../../src/app/sheets/csv.ts';
import type { OutColumn } from '../../src/app/sheets/out-sheet.ts';
import { readSheets } from '../../src/app/sheets/read-sheets.ts';
import { saveFile } from '../../src/app/sheets/save-file.ts';
import { writeSheets } from '../../src/app/sheets/write-sheets.ts';
import type { SheetCell, SheetTrouble } from '../../src/kernel/workbook.ts';
import { workbookTroubleWords } from '../../src/ui/console/workbook-trouble-words.ts';

const columns: readonly OutColumn[] = [
  { heading: '菜名', type: 'text', width: 20 },
  { heading: '份数', type: 'number' },
  { heading: '收入', type: 'money' },
  { heading: '日期', type: 'date' },
  { heading: '占比', type: 'share' },
];
const rows = [
  ['红烧肉', 40, 48_050, '2026-12-07', 0.256],
  ['=HYPERLINK("http://x")', -3, null, null, 0],
  ['说“好”, 不咸', 0, 5, '2026-12-08', 1],
] as const;

const readBack = async (file: Blob): Promise<readonly (readonly Partial<SheetCell>[])[]> => {
  const read = await readSheets(file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return (read.value.sheets[0]?.rows ?? []).map(({ cells }) => cells);
};

describe('Workbooks on a console', () => {
  it('are written and read beside the page: what the district office adds up is what was counted', async () => {
    const file = await writeSheets([{ name: '统计/12月', columns, rows }]);
    const found = await readBack(file!);
    expect(found.map((cells) => cells.map(({ text }) => text))).to.deep.equal([
      ['菜名', '份数', '收入', '日期', '占比'],
      ['红烧肉', '40', '480.50', '2026-12-07', '25.6%'],
      ['=HYPERLINK("http://x")', '-3', '0.0%'],
      ['说“好”, 不咸', '0', '0.05', '2026-12-08', '100.0%'],
    ]);
    expect(found[1]?.map(({ value }) => value)).to.deep.equal(['红烧肉', 40, 480.5, 46363, 0.256]);
    expect(found[2]?.[0], 'words stay words').to.include({
      formula: 'none',
      value: '=HYPERLINK("http://x")',
    });
  });

  it('are written as text that Excel opens in Chinese, and in which no name is a formula', async () => {
    const text = await csvOf({ columns, rows }).text();
    // What is read as text has lost its mark.
    const [first] = new Uint8Array(await csvOf({ columns, rows }).arrayBuffer());
    expect(first).to.equal(0xef);
    expect(text.split('\r\n')).to.deep.equal([
      '菜名,份数,收入,日期,占比',
      '红烧肉,40,480.50,2026-12-07,25.6%',
      '"\'=HYPERLINK(""http://x"")",-3,,,0.0%',
      '"说“好”, 不咸",0,0.05,2026-12-08,100.0%',
      '',
    ]);
  });

  it('are refused unread where they are too large: fifty megabytes would stop a telephone', async () => {
    const file = new Blob([new Uint8Array(50 * 1024 * 1024)]);
    file.arrayBuffer = () => Promise.reject(new Error('it was read'));
    expect(await readSheets(file)).to.deep.equal({
      ok: false,
      error: { kind: 'too-large', bytes: 52_428_800, limit: 20_971_520 },
    });
  });

  it('say so where the file is gone, the person stops, the reader breaks, or it takes too long', async () => {
    const file = new Blob(['菜名,价格']);
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    const worker = (script: string) => () => new Worker(URL.createObjectURL(new Blob([script])));
    const said = [
      await readSheets(gone),
      await readSheets(file, AbortSignal.abort()),
      await readSheets(file, undefined, { make: worker('throw new Error()'), patienceMs: 60_000 }),
      await readSheets(file, undefined, { make: worker('for (;;);'), patienceMs: 1 }),
    ];
    const stop = new AbortController();
    const stopped = readSheets(file, stop.signal, { make: worker('for (;;);'), patienceMs: 60_000 });
    stop.abort();
    said.push(await stopped);
    expect(said.map((one) => (one.ok ? 'read' : one.error.kind))).to.deep.equal([
      'gone',
      'stopped',
      'no-reader',
      'too-slow',
      'stopped',
    ]);
  });

  it('have words for whatever is the matter, without a word of the program', () => {
    const others = ['pdf', 'picture', 'web-page', 'document', 'archive', 'unknown'] as const;
    const kinds = ['empty', 'password', 'damaged', 'gone', 'too-slow', 'no-reader'] as const;
    const troubles: readonly SheetTrouble[] = [
      { kind: 'too-large', bytes: 52_428_801, limit: 20_971_520 },
      { kind: 'too-much', rows: 20_000 },
      ...kinds.map((kind) => ({ kind })),
      ...others.map((is) => ({ kind: 'not-a-workbook', is }) as const),
    ];
    const words = troubles.map(workbookTroubleWords);
    expect(new Set(words).size).to.equal(troubles.length);
    expect(words.filter((one) => !/^\p{Script=Han}.*请/u.test(one))).to.deep.equal([]);
    expect(words[0]).to.contain('51 MB').and.to.contain('20 MB');
    expect(workbookTroubleWords({ kind: 'stopped' })).to.equal('');
  });

  it('are saved under a name that every machine takes', () => {
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      saveFile(new Blob(['x']), '12/7 菜单: "午餐".xlsx');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.deep.equal(['12 7 菜单   午餐 .xlsx']);
  });
});
