/**
 * What a text file says, in whichever of the ways Excel, WPS and old programs in China write them; null where it is no
 * text at all.
 */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null && !isNoText(text)) return text;
  }
  return null;
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  // Without the mark at its start every other byte of what is Latin in it (commas, digits) is 0.
  const some = bytes.subarray(0, 4096);
  const zeros = (odd: number): number => some.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > even && odd > some.length / 20) return ['utf-16le'];
  if (even > odd && even > some.length / 20) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Nobody writes bells and zeros into a table. */
const isNoText = (text: string): boolean => /[^\P{Cc}\t\n\v\f\r\u0080-\u009F]/u.test(text);

/** The rows of a text whose cells are parted by commas, semicolons or tabs, quoted as Excel does. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const [saysSo, said] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const table = saysSo === undefined ? text : text.slice(saysSo.length);
  const parting = said ?? partingOf(table);
  // A quotation mark that is never closed is an inch, or a slip: then none of them quotes.
  return parted(table, parting, '"') ?? parted(table, parting, null) ?? [];
}

/** Null where a quotation is not ended. */
function parted(text: string, parting: string, mark: string | null): string[][] | null {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows[rows.length - 1]?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== mark) cell += char;
      else if (text.charAt(at + 1) === mark) {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === mark && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === parting) endCell();
    else if (char === '\n' || (char === '\r' && text.charAt(at + 1) !== '\n')) {
      endCell();
      rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  endCell();
  return quoted ? null : rows;
}

/** What parts the cells: what the first lines have most of, outside quotes. */
function partingOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (parting: string): number => start.split(parting).length;
  return ['\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}
