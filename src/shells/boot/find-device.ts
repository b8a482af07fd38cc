import { recoverDevices } from '../../app/keep-identity.ts';
import { chooseDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import { tellWorker } from '../../app/worker.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { addressOf } from './address-of.ts';
import { letInAs } from './let-in.ts';
import { panelAddress } from './tell-panel.ts';
import { keepsNothing, NothingKept } from './nothing-kept.ts';

/** A hub that has not said by then who this is may be away: what is kept here is looked through meanwhile. */
const ANSWERS_WITHIN_MS = 1500;

/**
 * The device a page is for that Local Storage does not know, or that has just been paired; null where a code is wanted. No
 * code is asked for where it would be for nothing.
 */
export async function lookForDevice(
  kind: DeviceKind,
  named: string | null,
): Promise<RememberedDevice | null> {
  const found = await lookAround(kind, named);
  if (found === null && (await keepsNothing())) throw new NothingKept('the browser keeps nothing');
  return found;
}

async function lookAround(kind: DeviceKind, named: string | null): Promise<RememberedDevice | null> {
  const address = new URLSearchParams(location.search);
  if (address.has('pair')) return null;
  const measured = address.has('panel') ? chooseDevice(kind, named) : undefined;
  if (measured !== undefined) return (await import('./ask-panel.ts')).askPanel(measured);
  if (named === null) return (await lostAndFound(kind, named)) ?? null;
  // A first visit has nothing in its cache: what says that it is not done must be here before the hub can go away.
  if (kind !== 'console') await import('./pairing-page.ts').catch((error: unknown) => console.error(error));
  const coming = letInAs(kind, named, address);
  const soon = await Promise.race([
    coming,
    new Promise<null>((resolve) => setTimeout(resolve, ANSWERS_WITHIN_MS, null)),
  ]);
  // That the hub takes its time is not the build's fault.
  if (soon === null) tellWorker('OPENING');
  const lost = soon === null ? await lostAndFound(kind, named) : undefined;
  if (lost !== undefined) return lost;
  const letIn = await coming;
  // One that was paired here before goes on with what it holds.
  if (letIn === null) return chooseDevice(kind, named) ?? null;
  await askWhereDoubted(letIn.device, address.get('paired'));
  if (!letIn.startsAnew) return letIn.device;
  // The face starts from what is kept now, as at every later start, and loads nothing of how it came to be.
  location.replace(addressOf(location.pathname, named));
  return new Promise(() => undefined);
}

/**
 * Goes on to the question how large the panel is, of a glass before which staff stand who have just typed its code: at a kiosk
 * where nobody has said so or its glass says otherwise; on a television, whose browser tells nothing of its inches, always
 * where it may be another than was measured.
 */
async function askWhereDoubted({ id, kind, config }: RememberedDevice, paired: string | null): Promise<void> {
  if (kind === 'console' || (paired !== 'code' && paired !== 'same')) return;
  const { panelTrouble } = await import('./panel-line.ts');
  const isDoubted =
    kind === 'screen' ? paired === 'code' || config.panelGuessed === true : panelTrouble(config) !== null;
  if (!isDoubted) return;
  location.replace(panelAddress(kind, id));
  await new Promise(() => undefined);
}

/** What Local Storage has lost comes back from where else it is kept. */
async function lostAndFound(kind: DeviceKind, named: string | null): Promise<RememberedDevice | undefined> {
  try {
    return (await recoverDevices()) ? chooseDevice(kind, named) : undefined;
  } catch (error) {
    return void console.error(error);
  }
}
