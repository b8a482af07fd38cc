import { t, type TKey } from '../../i18n/index.ts';

const refusals: Readonly<Record<string, TKey>> = {
  'apple-photo': 'staff.media.refused.applePhoto',
  'other-video': 'staff.media.refused.otherVideo',
  'other-video-codec': 'staff.media.refused.videoCodec',
  'other-sound-codec': 'staff.media.refused.soundCodec',
  'too-many-pixels': 'staff.media.refused.pixels',
  unreadable: 'staff.media.refused.unreadable',
  'not-media': 'staff.media.refused.notMedia',
  'too-large': 'staff.media.refused.tooLarge',
  empty: 'staff.media.refused.empty',
  'not-permitted': 'staff.media.refused.notPermitted',
};

/** Why the hub does not take a file, and what to do about it. */
export const refusalWords = (why: string | null): string =>
  t(refusals[why ?? ''] ?? 'staff.media.refused.other');

const waits: Readonly<Record<string, TKey>> = {
  turn: 'staff.media.waits.turn',
  'disk-full': 'staff.media.waits.diskFull',
  'signed-out': 'staff.media.waits.signedOut',
};

/** What an upload waits for; it goes on by itself. */
export const waitWords = (why: string | null): string => t(waits[why ?? ''] ?? 'staff.media.waits.away');
