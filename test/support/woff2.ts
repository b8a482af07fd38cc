import { brotliDecompressSync } from 'node:zlib';

const HEADER = 48;
/** Places in WOFF2's list of known tags. */
const [CMAP, GLYF, LOCA, OWN_TAG] = [0, 10, 11, 63];

/** The code points that a WOFF2 file has a glyph for, by its character map. */
export function charactersIn(file: Buffer): ReadonlySet<number> {
  let at = HEADER;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let start = 0;
  let map: { readonly start: number; readonly length: number } | undefined;
  for (let tables = file.readUInt16BE(12); tables > 0; tables -= 1) {
    const flags = file.readUInt8(at);
    at += 1;
    const tag = flags & 63;
    if (tag === OWN_TAG) at += 4;
    const whole = number();
    // Outlines are stored otherwise unless their version says not; all else as it is unless its version says so.
    const isTransformed = tag === GLYF || tag === LOCA ? flags >> 6 === 0 : flags >> 6 !== 0;
    const length = isTransformed ? number() : whole;
    if (tag === CMAP) map = { start, length };
    start += length;
  }
  if (map === undefined) throw new Error('the file has no character map');
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return mapped(tables.subarray(map.start, map.start + map.length));
}

/** What a `cmap` maps to a glyph, by its tables of format 4 and 12. */
function mapped(cmap: Buffer): ReadonlySet<number> {
  const codes = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    const format = table.readUInt16BE(0);
    if (format === 12) {
      for (let group = 0; group < table.readUInt32BE(12); group += 1) {
        const from = table.readUInt32BE(16 + 12 * group);
        const to = table.readUInt32BE(20 + 12 * group);
        for (let code = from; code <= to; code += 1) codes.add(code);
      }
    } else if (format === 4) {
      const bytes = table.readUInt16BE(6);
      for (let at = 0; at < bytes; at += 2) {
        const to = table.readUInt16BE(14 + at);
        const from = table.readUInt16BE(16 + bytes + at);
        for (let code = from; code <= to && code < 0xffff; code += 1) codes.add(code);
      }
    }
  }
  return codes;
}
