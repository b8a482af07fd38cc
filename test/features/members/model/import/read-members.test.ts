import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMembers } from '../../../../../src/features/members/model/import/read-members.ts';
import { day, over, workbookOf, xlsx } from '../../../../support/workbooks.ts';

const THIS_YEAR = 2026;
const read = async (...data: Parameters<typeof xlsx>) =>
  readMembers(await workbookOf(await xlsx(...data)), THIS_YEAR);
const csv = async (text: string) => readMembers(await workbookOf(new TextEncoder().encode(text)), THIS_YEAR);
const said = ({ remarks }: Awaited<ReturnType<typeof csv>>) =>
  remarks.map(({ address, weight, code }) => `${address} ${weight} ${code}`);

describe('a centre’s own list of members', () => {
  it('is read whatever the order of its columns, under a title, with empty rows and a total', async () => {
    const { entries, remarks, leftOut } = await read([
      [over('2026年成员登记表', 1, 5)],
      [],
      ['序号', '联系电话', '姓 名', '出生日期', '备注（选填）', '性别'].map((value) => ({ value })),
      [
        { value: 1 },
        { value: 13800005041, type: Number },
        { value: '王秀兰' },
        day('1948-03-12'),
        { value: '耳朵背' },
        { value: '女' },
      ],
      [],
      [
        { value: 2 },
        { value: '0471-123 4567' },
        { value: ' 李根生 ' },
        { value: '1936年' },
        null,
        { value: '男' },
      ],
      [null, null, { value: '合计 2 人' }],
    ]);
    assert.deepEqual(entries, [
      {
        address: 'C4',
        name: '王秀兰',
        phone: '13800005041',
        birthYear: 1948,
        cardNumber: null,
        note: '耳朵背',
      },
      {
        address: 'C6',
        name: '李根生',
        phone: '0471-123 4567',
        birthYear: 1936,
        cardNumber: null,
        note: null,
      },
    ]);
    assert.deepEqual([remarks, leftOut], [[], ['序号', '性别']]);
  });

  it('says of each cell that is wrong where it stands and what was made of it, and takes the rest of the row', async () => {
    const list = await csv(
      [
        '姓名,手机,出生年份,卡号',
        '王秀兰,1380000,1948,A1',
        ',13800000002,1950,',
        '赵大妈,12,一九四八,',
        '12345678,13800000003,,',
        `${'很'.repeat(41)},,,`,
        '钱四,13800000004/13800000005,1951,',
        '孙五,138 0000 0006（儿子）,2030,',
      ].join('\n'),
    );
    assert.deepEqual(
      list.entries.map(({ name, phone, birthYear }) => [name, phone, birthYear]),
      [
        ['王秀兰', '1380000', 1948],
        ['赵大妈', null, null],
        ['钱四', '13800000004', 1951],
        ['孙五', '138 0000 0006', null],
      ],
    );
    assert.deepEqual(said(list), [
      'B3 rejected no-name',
      'B4 dropped bad-phone',
      'C4 dropped bad-year',
      'A5 rejected not-a-name',
      'A6 rejected long-name',
      'B7 doubtful two-phones',
      'C8 dropped bad-year',
    ]);
  });

  it('reads an identity number for its year and keeps no figure of it, wherever it stands', async () => {
    const list = await csv(
      [
        '姓名,身份证号,手机,备注',
        '王秀兰,15010219480312002X,13800000001,',
        '李根生,150102360312001,13800000002,证件150102193603120019在柜子里',
        '赵大妈,,150102194803120020,',
        '钱四,not known,13800000004,',
        '150102194803120020,,13800000005,',
      ].join('\n'),
    );
    assert.deepEqual(
      list.entries.map(({ birthYear }) => birthYear),
      [1948, 1936, null, null],
    );
    assert.equal(list.entries[1]?.note, '证件在柜子里');
    assert.equal(/\d{15}/.test(JSON.stringify(list)), false, 'a number went on');
    assert.deepEqual(said(list), ['D3 dropped identity', 'C4 dropped identity', 'A6 rejected not-a-name']);
    assert.ok(list.identities >= 4);
  });

  it('knows an identity number that Excel has rounded, by the figures that are left', async () => {
    const { entries } = await read([
      ['姓名', '身份证'].map((value) => ({ value })),
      [{ value: '王秀兰' }, { value: Number('150102194803120020'), type: Number }],
    ]);
    assert.equal(entries[0]?.birthYear, 1948);
  });

  it('takes an age for the year it comes to, and says so', async () => {
    const list = await csv('姓名,年龄\n王秀兰,78岁\n李根生,很大');
    assert.deepEqual(
      list.entries.map(({ birthYear }) => birthYear),
      [1948, null],
    );
    assert.deepEqual(said(list), ['B2 doubtful from-age', 'B3 dropped bad-year']);
  });

  it('of several sheets reads those with names, and names them in its addresses', async () => {
    const book = await workbookOf(
      await xlsx([['姓名', '电话'].map((value) => ({ value })), [{ value: '甲' }, { value: '1' }]]),
    );
    const [first] = book.sheets;
    assert.ok(first !== undefined);
    const list = readMembers(
      {
        ...book,
        sheets: [
          { ...first, name: '一组' },
          { ...first, name: '二组' },
          { ...first, name: '说明', rows: [] },
        ],
      },
      THIS_YEAR,
    );
    assert.deepEqual(
      list.entries.map(({ address }) => address),
      ['一组!A2', '二组!A2'],
    );
    assert.deepEqual(said(list), ['一组!B2 dropped bad-phone', '二组!B2 dropped bad-phone']);
  });

  it('that has no row of headings says so, and guesses at nothing', async () => {
    assert.equal((await csv('王秀兰,13800000001\n李根生,13800000002')).noHeadings, true);
    const again = await csv('姓名,电话\n甲,13800000001\n姓名,电话\n乙,13800000002');
    assert.deepEqual([again.noHeadings, again.entries.length], [false, 2]);
  });
});
