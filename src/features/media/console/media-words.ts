import { t, type TKey } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { sizeWords } from '../../../i18n/size.ts';
import type { PlaylistUse } from '../model/playlist-uses.ts';
import { isPhoto, isVideo, type MediaItem, type MediaUse } from '../model/media.ts';

/** How long it plays: `3:57`. */
export function lengthWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a file is, in a line: `视频 · 3:57 · 9.0 MB`. */
export function whatWords(media: MediaItem): string {
  const { durationMs, sizeBytes } = media;
  const kind = isVideo(media) ? 'video' : isPhoto(media) ? 'photo' : 'sound';
  return [
    t(`staff.media.kind.${kind}`),
    ...(durationMs === null ? [] : [lengthWords(durationMs)]),
    sizeWords(sizeBytes),
  ].join(' · ');
}

/** Where it is in use: `轮播“秋游”、菜单“红烧肉”`. */
export const useWords = (uses: readonly MediaUse[]): string =>
  uses.map((use) => t(`staff.media.use.${use.in}`, { name: use.name })).join(t('common.listJoin'));

/** Where a playlist is shown or will be: `“餐厅电视”的日程、“活动室电视”现在该放的`. */
export const playlistUseWords = (
  uses: readonly PlaylistUse[],
  screens: readonly Pick<RowOf<'device'>, 'id' | 'name'>[],
): string =>
  uses
    .map(({ in: where, of }) =>
      'group' in of
        ? t('staff.playlists.use.group', { name: of.group })
        : t(`staff.playlists.use.${where}`, {
            name: screens.find(({ id }) => id === of.screenId)?.name ?? t('staff.devices.kind.screen'),
          }),
    )
    .join(t('common.listJoin'));

const faults: Readonly<Record<string, TKey>> = {
  broken: 'staff.media.fault.broken',
  damaged: 'staff.media.fault.damaged',
  'disk-full': 'staff.media.fault.diskFull',
  missing: 'staff.media.fault.missing',
  'not-kept': 'staff.media.fault.notKept',
  'no-room': 'staff.media.fault.noRoom',
  stalled: 'staff.media.fault.stalled',
  unsupported: 'staff.media.fault.unsupported',
};

/** Why a device does not show a file; a word of a newer build is a fault all the same. */
export const faultWords = (why: string, title: string): string =>
  t(faults[why] ?? 'staff.media.fault.other', { title });
