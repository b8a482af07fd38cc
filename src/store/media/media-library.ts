import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore, View } from '../../protocol/client/api.ts';
import { DeviceMedia } from './device-media.ts';
import type { MediaLibrary, WantedFiles } from './library.ts';

/** Says what a device is to hold; a model's to know. */
export type Wants = (view: View) => Promise<WantedFiles>;

/** What is wanted hangs on the day. */
const AGAIN_MS = 6 * 3_600_000;

/** The media of a device: keeps what it is to hold on it, says what can be played from it, and tells staff how far it is. */
export function openMediaLibrary(
  store: LocalStore,
  device: RowOf<'deviceConfig'>,
  wants: Wants,
): MediaLibrary {
  const library = new DeviceMedia(device, (report) => store.report(report));
  const watch = (): (() => void) =>
    store.watch(
      wants,
      (wanted, held) => library.want(wanted, held),
      (error) => console.error(error),
    );
  let stop = watch();
  setInterval(() => {
    stop();
    stop = watch();
  }, AGAIN_MS);
  return library;
}
