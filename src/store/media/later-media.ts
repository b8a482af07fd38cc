import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import type { MediaLibrary } from './media-library.ts';

/**
 * The device's media, whose keeping starts when something first asks for a file or `start` is called: what a first
 * paint shows needs none of it.
 */
export function laterMedia(
  store: LocalStore,
  device: RowOf<'deviceConfig'>,
): MediaLibrary & { start(): void } {
  let library: Promise<MediaLibrary> | undefined;
  const opened = (): Promise<MediaLibrary> => {
    library ??= import('./media-library.ts').then(({ openMediaLibrary }) => openMediaLibrary(store, device));
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
    start: () => void opened(),
  };
}
