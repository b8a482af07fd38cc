import { askWorker } from './ask-worker.ts';
import { bringFonts } from './bring-fonts.ts';

const restMs = 10_000;
const againMs = 60_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Brings the whole typeface onto the device once the face is shown: a dish named with a rare character tomorrow, with
 * the hub gone, is then drawn like the others. One file at a time, after a rest, so that it delays nothing. The service
 * worker says which are lacking and keeps those that are what they should be.
 */
export function warmFonts(): void {
  void pause(restMs).then(() =>
    bringFonts({
      lacking: () => askWorker('FONTS'),
      bring: async (address) => void (await (await fetch(address)).arrayBuffer()),
      rest: () => pause(againMs),
    }),
  );
}
