/** What a Range header asks of a file of a size. */
type ByteRange =
  | { readonly type: 'whole' }
  | { readonly type: 'part'; readonly start: number; readonly end: number }
  | { readonly type: 'unsatisfiable' };

/**
 * Reads `bytes=A-B`, `bytes=A-` and `bytes=-N` (RFC 9110 §14). What cannot be read, and several ranges at once, are
 * answered by the whole file, which the standard allows.
 */
export function byteRange(header: string | undefined, sizeBytes: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (match === null || (from === '' && to === '')) return { type: 'whole' };
  if (from === '') {
    const length = Math.min(Number(to), sizeBytes);
    return length === 0
      ? { type: 'unsatisfiable' }
      : { type: 'part', start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < start) return { type: 'whole' };
  return start >= sizeBytes ? { type: 'unsatisfiable' } : { type: 'part', start, end };
}
