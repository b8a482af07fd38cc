/** So many bytes tell what a file is. */
const HEAD_BYTES = 12;

/**
 * Why a file is no photo that a television shows, as the hub would say it, before its forty megabytes are sent; null where
 * the hub is to look.
 */
export async function whyNoPhoto(
  file: File,
): Promise<'apple-photo' | 'empty' | 'not-media' | 'unreadable' | null> {
  if (file.size === 0) return 'empty';
  let head: string;
  try {
    const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    head = String.fromCharCode(...bytes);
  } catch {
    // It was moved away, or lies in a cloud that does not answer.
    return 'unreadable';
  }
  if (/^....ftyp(hei|hev|mif|avi|msf)/s.test(head)) return 'apple-photo';
  const isPhoto =
    head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG') || /^RIFF....WEBP/s.test(head);
  return isPhoto ? null : 'not-media';
}
