import type { Sheet, SheetCell, SheetRow } from '../../../../kernel/workbook.ts';

/** What a column of a centre's own list is taken for. An identity number is read for its year, and dropped. */
export type Column = 'name' | 'phone' | 'birth' | 'age' | 'identity' | 'card' | 'note';

const words: Readonly<Record<Column, RegExp>> = {
  name: /^(?:姓名|名字|名称|老人姓名|长者姓名|成员姓名|会员姓名|成员|name)$/i,
  phone:
    /^(?:电话|手机|手机号|手机号码|电话号码|联系电话|联系方式|联系号码|固定电话|座机|本人电话|phone|mobile|tel|telephone)$/i,
  birth:
    /^(?:出生年份|出生年|出生日期|出生年月|出生年月日|出生|生日|birth|birthday|yearofbirth|dateofbirth)$/i,
  age: /^(?:年龄|岁数|周岁|age)$/i,
  identity: /^(?:身份证|身份证号|身份证号码|公民身份号码|证件号|证件号码|idnumber)$/i,
  card: /^(?:卡号|会员卡|会员卡号|一卡通|一卡通号|签到卡|签到卡号|老年卡|老年卡号|card|cardnumber)$/i,
  note: /^(?:备注|说明|注|note|notes|remark|remarks)$/i,
};
const columns = Object.keys(words).filter((name): name is Column => name in words);

/** A row of headings, and what each of its columns is taken for. */
interface Headings {
  readonly row: number;
  readonly columns: ReadonlyMap<number, Column>;
  /** Headings of columns that are left out. */
  readonly unknown: readonly SheetCell[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s:：*.。、_-]/gu, '');

/** What a heading names; null for another. */
const columnOf = ({ text }: SheetCell): Column | null =>
  columns.find((column) => words[column].test(plain(text))) ?? null;

/** A title and a date may stand above them; further down nobody writes headings. */
const LAST_ROW = 15;

/** Where a sheet's headings stand: the first row that names people and something of them; null where none does. */
export function findHeadings({ rows }: Sheet): Headings | null {
  const found = rows.find((row) => row.row <= LAST_ROW && isHeadings(row));
  if (found === undefined) return null;
  const taken = new Map<number, Column>();
  const unknown: SheetCell[] = [];
  for (const cell of found.cells) {
    const column = columnOf(cell);
    // Of two telephones the first is theirs.
    if (column === null || [...taken.values()].includes(column)) unknown.push(cell);
    else taken.set(cell.column, column);
  }
  return { row: found.row, columns: taken, unknown };
}

/** Whether a row names people and at least one thing of them: also where it stands again on the next printed page. */
export const isHeadings = ({ cells }: SheetRow): boolean => {
  const named = new Set(cells.map(columnOf));
  named.delete(null);
  return named.has('name') && (named.size > 1 || cells.length === 1);
};
