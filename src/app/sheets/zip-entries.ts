/** A file in a packed one, as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** Where its packed bytes lie. */
  readonly from: number;
  readonly packedBytes: number;
  /** What it claims to unpack to. */
  readonly bytes: number;
  /** What its unpacked bytes come to, by CRC-32. */
  readonly crc: number;
  readonly how: 'stored' | 'deflated' | 'encrypted' | 'unknown';
}

const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const HEAD = 0x04034b50;
/** The end's own length, and the longest remark that may follow it. */
const END_BYTES = 22;
const REMARK_BYTES = 0xffff;

/**
 * What lies in a zip, without unpacking any of it; null where its directory is missing or torn, as in a file that was cut
 * off on its way.
 */
export function entriesOf(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== IN_DIRECTORY) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const head = view.getUint32(at + 42, true);
    if (head + 30 > view.byteLength || view.getUint32(head, true) !== HEAD) return null;
    const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    const packedBytes = view.getUint32(at + 20, true);
    if (from + packedBytes > view.byteLength) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      from,
      packedBytes,
      bytes: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      how: howOf(view.getUint16(at + 8, true), view.getUint16(at + 10, true)),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function howOf(flags: number, method: number): ZipEntry['how'] {
  if ((flags & 1) === 1) return 'encrypted';
  if (method === 0) return 'stored';
  return method === 8 ? 'deflated' : 'unknown';
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - REMARK_BYTES; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
