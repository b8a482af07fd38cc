import { isText, listOf } from '../kernel/guards.ts';
import { askWorker } from './ask-worker.ts';

const restMs = 10_000;
/** A first worker may still be coming. */
const againMs = 60_000;

/**
 * Brings the whole typeface onto the device once the face is shown: a dish named with a rare character tomorrow, with
 * the hub gone, is then drawn like the others. One file at a time, after a rest, so that it delays nothing. The service
 * worker says which are lacking and keeps those that are what they should be.
 */
export function warmFonts(): void {
  setTimeout(() => void warm().catch(() => undefined), restMs);
}

const isAddresses = listOf(isText);

async function warm(): Promise<void> {
  const lacking = await askWorker('FONTS');
  if (!isAddresses(lacking)) return void setTimeout(() => void warm().catch(() => undefined), againMs);
  for (const address of lacking) await (await fetch(address)).arrayBuffer();
}
