/** What a file is by its first bytes; `other` names what a device cannot show, as far as a remedy hangs on it. */
type Sniffed =
  | {
      readonly type: 'media';
      readonly mime: 'video/mp4' | 'audio/mp4' | 'audio/mpeg' | 'audio/wav' | PhotoMime;
    }
  | { readonly type: 'other'; readonly what: 'apple-photo' | 'other-video' | 'other' };

type PhotoMime = 'image/jpeg' | 'image/png' | 'image/webp';

/** The bytes of a file that are looked at. */
export const HEAD_BYTES = 16;

/** What begins like this; an MP4 is looked into further (`inspect`). */
export function sniff(head: Buffer): Sniffed {
  const text = head.toString('latin1');
  if (text.slice(4, 8) === 'ftyp') return ofBrand(text.slice(8, 12));
  if (text.startsWith('\xff\xd8\xff')) return { type: 'media', mime: 'image/jpeg' };
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return { type: 'media', mime: 'image/png' };
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return { type: 'media', mime: 'image/webp' };
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return { type: 'media', mime: 'audio/wav' };
  if (text.startsWith('ID3') || isMpegSound(head)) return { type: 'media', mime: 'audio/mpeg' };
  const isOtherVideo =
    text.startsWith('\x1aE\xdf\xa3') || // Matroska and WebM
    (text.startsWith('RIFF') && text.slice(8, 11) === 'AVI') ||
    text.startsWith('FLV') ||
    text.startsWith('0&\xb2u') || // WMV
    text.startsWith('\x00\x00\x01\xba');
  return { type: 'other', what: isOtherVideo ? 'other-video' : 'other' };
}

function ofBrand(brand: string): Sniffed {
  if (/^(hei|hev|mif|avi|msf)/.test(brand)) return { type: 'other', what: 'apple-photo' };
  return {
    type: 'media',
    mime: brand.startsWith('M4A') || brand.startsWith('M4B') ? 'audio/mp4' : 'video/mp4',
  };
}

/** A frame of MPEG sound, layer III: eleven bits set, and none of the forbidden values after them. */
const isMpegSound = ([first = 0, second = 0, third = 0]: Buffer): boolean =>
  first === 0xff && (second & 0xe6) === 0xe2 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
