import { wantedMedia } from '../../features/media/model/wanted.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { momentOf } from '../../kernel/time.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import type { Wants } from '../../store/media/media-library.ts';

/** Which files a device is to hold, by the day as it knows it and as it is set by now; its library keeps them. */
export const wantedFiles =
  (store: LocalStore, begun: RowOf<'deviceConfig'>): Wants =>
  async (view) => {
    const device = (await view.get('device', 'deviceConfig', begun.id)) ?? begun;
    return wantedMedia(view, device, momentOf(store.time(), store.utcOffsetMinutes)?.date ?? null);
  };
