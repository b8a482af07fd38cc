import type { RowOf } from '../../kernel/rows.ts';
import type { Query } from '../../protocol/client/api.ts';

/** The media files a device is to hold, what it needs first before the rest. */
export function wantedMedia(device: RowOf<'deviceConfig'>): Query<readonly RowOf<'media'>[]> {
  return async (view) => {
    const needed = new Set<string | null>();
    if (device.kind === 'screen') {
      for (const programme of await view.list('city', 'programme')) {
        needed.add(programme.poster);
        needed.add(programme.video);
      }
    }
    // What staff have spoken is heard without the hub too.
    if (device.kind === 'kiosk') for (const { audio } of await view.list('city', 'policy')) needed.add(audio);
    if (device.kind !== 'console') {
      for (const menu of await view.list('centre', 'menu'))
        for (const item of menu.items) needed.add(item.photo);
    }
    const all = await view.list('centre', 'media');
    return all.filter((media) => needed.has(media.id)).sort((a, b) => a.sizeBytes - b.sizeBytes);
  };
}
