import type { OtherFile } from '../../kernel/workbook.ts';
import { MAX_UNPACKED_BYTES } from './limits.ts';
import { entriesOf, type ZipEntry } from './zip-entries.ts';

/** What a file is by what stands in it: its name may say anything. */
type FileKind =
  | { readonly kind: 'packed'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'old' }
  | { readonly kind: 'text' }
  | { readonly kind: 'other'; readonly is: OtherFile }
  | { readonly kind: 'damaged' | 'password' | 'too-much' };

const other = (is: OtherFile): FileKind => ({ kind: 'other', is });

/** What a file begins with, by its bytes as Latin letters; HEIC and its like say so after four bytes of length. */
const beginnings: readonly (readonly [RegExp, FileKind])[] = [
  [/^%PDF/, other('pdf')],
  [/^(\xFF\xD8\xFF|\x89PNG|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP)/, other('picture')],
  [/^[^]{4}ftyp/, other('picture')],
  [/^(Rar!|7z\xBC\xAF)/, other('archive')],
  [/^(\xEF\xBB\xBF)?\s*<(!DOCTYPE html|html|head|body|table|meta)/i, other('web-page')],
  [/^(\xEF\xBB\xBF)?\s*<\?xml/, other('unknown')],
  [/^\{\\rtf/, other('document')],
];

/** Tells what a file is. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const known = beginnings.find(([beginning]) => beginning.test(start));
  if (known !== undefined) return known[1];
  if (start.startsWith('PK')) return zipped(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0')) return compound(bytes);
  return { kind: 'text' };
}

function zipped(bytes: Uint8Array): FileKind {
  const entries = entriesOf(bytes);
  if (entries === null) return { kind: 'damaged' };
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (entries.some(({ how }) => how === 'encrypted')) return { kind: 'password' };
  const unpacked = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES) return { kind: 'too-much' };
  if (has(/^xl\/workbook\.(xml|bin)$/i)) return { kind: 'packed', entries };
  if (has(/^(word|ppt)\//i) || has(/\.iwa$/)) return other('document');
  // An OpenDocument does not tell its reader here what in it is hidden.
  return other(has(/^content\.xml$/) ? 'unknown' : 'archive');
}

/** The old container of Office: of a workbook, a letter, or of what is locked with a password. Its parts' names lie in it as UTF-16. */
function compound(bytes: Uint8Array): FileKind {
  const has = (name: string): boolean => indexOf(bytes, utf16(name)) >= 0;
  if (has('EncryptedPackage')) return { kind: 'password' };
  if (has('Workbook') || has('Book')) return { kind: 'old' };
  return has('WordDocument') || has('PowerPoint Document') ? other('document') : { kind: 'damaged' };
}

const utf16 = (text: string): readonly number[] => [...text].flatMap((char) => [char.charCodeAt(0), 0]);

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}
