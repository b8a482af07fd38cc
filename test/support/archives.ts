import { crc32, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';

/** What stands in an archive; a link has where it leads for its content. */
interface Entry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly isLink?: boolean;
}

/** A .zip as no honest program would write it: names are as they are given. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content, isLink = false } of entries) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const named = Buffer.from(name);
    // What both places say of a file: deflated, its sum and sizes, the length of its name.
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(8, 4);
    said.writeUInt32LE(crc32(raw), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(raw.length, 18);
    said.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), said, named, packed]);
    const listed = Buffer.alloc(14);
    listed.writeUInt32LE(((isLink ? 0o120777 : 0o100644) << 16) >>> 0, 6);
    listed.writeUInt32LE(at, 10);
    // Made on a Unix, which is whose modes these are.
    central.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), said, listed, named);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}

/** What stands in a .zip, by name, as the directory at its end lists it. */
export function unzipped(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf('PK\u0005\u0006');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((one) => archive.readUInt16LE(at + one));
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    const isPacked = archive.readUInt16LE(at + 10) !== 0;
    files.set(archive.toString('utf8', at + 46, at + 46 + name), isPacked ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** A .tar.gz likewise. */
export function tarOf(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, content, isLink = false }) => {
    const body = isLink ? Buffer.alloc(0) : Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644', 100);
    for (const at of [108, 116]) head.write('0000000', at);
    head.write(body.length.toString(8).padStart(11, '0'), 124);
    head.write('00000000000', 136);
    // The sum is taken with blanks in its place.
    head.write(' '.repeat(8), 148);
    head.write(isLink ? '2' : '0', 156);
    if (isLink) head.write(content.toString(), 157);
    head.write('ustar', 257);
    head.write('00', 263);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\u0000`, 148);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
