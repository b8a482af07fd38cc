import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import type { MediaLibrary } from './library.ts';
import type { Wants } from './media-library.ts';

/**
 * The device's media, whose keeping starts when something first asks for a file or `start` is called: what a first
 * paint shows needs none of it.
 */
export function laterMedia(
  store: LocalStore,
  device: RowOf<'deviceConfig'>,
  /** Brings what knows which files the device is to hold. */
  wants: () => Promise<Wants>,
): MediaLibrary & { start(): void } {
  let library: Promise<MediaLibrary> | undefined;
  const opened = (): Promise<MediaLibrary> => {
    library ??= Promise.all([import('./media-library.ts'), wants()]).then(([{ openMediaLibrary }, wanted]) =>
      openMediaLibrary(store, device, wanted),
    );
    return library;
  };
  return {
    url: async (hash) => (await opened()).url(hash),
    onReady(next) {
      let stop: (() => void) | undefined;
      let silent = false;
      void opened().then((media) => {
        if (!silent) stop = media.onReady(next);
      });
      return () => {
        silent = true;
        stop?.();
      };
    },
    failed: (hash, why) => void opened().then((media) => media.failed(hash, why)),
    start: () => void opened(),
  };
}
