import '../../ui/common/tokens.css';
import { useTypeface } from '../../app/fonts.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { chooseDevice } from '../../app/remembered-devices.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import type { LoadNouns, Seal } from '../../store/open-store.ts';
import type { App, Face, FaceElement } from './face.ts';
import { Patience } from './patience.ts';
import { runFace } from './run-face.ts';

interface BootOptions {
  /** The nouns of the face. */
  readonly nouns: LoadNouns;
  /** What an unpaired browser shows instead of a pairing code: the staff console's sign-in. */
  readonly unpaired?: () => Promise<HTMLElement>;
  /** Who may go on with what the device holds, and how that is sealed, where it is: staff show who they are. */
  readonly enter?: (device: RememberedDevice) => Promise<Entered>;
}

/** Which device opens, and how what it keeps of people is sealed. */
export interface Entered {
  readonly device: RememberedDevice;
  readonly seal?: Seal;
}

const kindOf: Readonly<Record<Face, DeviceKind>> = { kiosk: 'kiosk', screen: 'screen', staff: 'console' };

/**
 * Starts a face: finds out which device this is, opens its local store and shows the face. A device paired before
 * starts from what the browser holds and waits for nothing else.
 *
 * Import the shell with the page's main script, not inside `open`: a second wave of loading costs a television 100 ms.
 */
export async function boot(
  face: Face,
  open: (app: App) => Promise<FaceElement>,
  options: BootOptions,
): Promise<void> {
  if (!window.isSecureContext) return void (await import('./trouble.ts')).showTrouble('insecure');
  let patience: Patience | undefined;
  try {
    const found = await findDevice(face);
    if (found === null) return await showUnpaired(face, options);
    const { device, seal } = options.enter === undefined ? { device: found } : await options.enter(found);
    patience = new Patience();
    await runFace(device, options.nouns, open, patience, seal);
  } catch (error) {
    patience?.over();
    console.error(error);
    (await import('./trouble.ts')).showTrouble('broken', error);
  }
}

async function findDevice(face: Face): Promise<RememberedDevice | null> {
  const { search } = location;
  const named = new URLSearchParams(search).get('device');
  const kind = kindOf[face];
  // `?pair` asks for a code; `&paired` is how the hub sends a glass that it has just paired; `?panel` asks how large it is.
  const known = /[?&]pa(ir|nel)/.test(search) ? undefined : chooseDevice(kind, named);
  return known ?? (await import('./find-device.ts')).lookForDevice(kind, named);
}

async function showUnpaired(face: Face, options: BootOptions): Promise<void> {
  useTypeface();
  if (options.unpaired !== undefined) {
    document.body.append(await options.unpaired());
    return;
  }
  const { LlPairingPage } = await import('./pairing-page.ts');
  const page = new LlPairingPage();
  page.face = face;
  page.kind = kindOf[face];
  document.body.append(page);
}
