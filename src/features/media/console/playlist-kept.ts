import {
  isBoolean,
  isCount,
  isId,
  isNumber,
  listOf,
  oneOf,
  orMissing,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { PlaylistDraft } from './playlist-draft.ts';

const isString = (value: unknown): value is string => typeof value === 'string';
const hasDraft = shape({
  playlistId: isId,
  baseVersion: isCount,
  title: isString,
  items: listOf(shape({ media: isId, seconds: orMissing(isNumber), fit: orMissing(oneOf('whole', 'fill')) })),
  sound: isBoolean,
});

/** Of a sheet that was left half filled in. */
export const isPlaylistDraft: Guard<PlaylistDraft> = (value): value is PlaylistDraft => hasDraft(value);
