import { recoverToken } from '../../app/keep-identity.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import type { FaceElement } from './face.ts';
import { forgetIfRevoked } from './revoked.ts';
import { LlSignedOut } from './signed-out.ts';

/** A face that somebody is using is covered when they are done: looked for this often. */
const LOOK_EVERY_MS = 1000;
/** A hub that went away while it was asked is asked again after so long. */
const RECOVER_EVERY_MS = 5000;
/** One that was put back to a time before the proof may be put back to a later one. */
const REFUSED_EVERY_MS = 600_000;

let standing = false;

/**
 * The hub does not know this browser as the device any more. It is let in again by its proof, without a word; where that is
 * none, the glass says that it is signed out until it no longer is. Whoever is using the face is let finish.
 */
export function sayWhileSignedOut(
  store: LocalStore,
  device: RememberedDevice,
  face: HTMLElement,
  shell: FaceElement,
): void {
  if (standing) return;
  standing = true;
  let over = false;
  const say = makePage(store, device, face, shell);
  const stop = store.watchStatus(({ link }) => {
    if (link !== 'live' && link !== 'polling') return;
    over = true;
    say.end();
    standing = false;
    // The first word comes while the watch is still being set up.
    queueMicrotask(() => stop());
  });
  const recover = async (): Promise<void> => {
    const how = await recoverToken(device.id).catch(() => 'refused' as const);
    if (over) return;
    if (how === 'recovered') store.syncNow();
    else if (how === 'refused') {
      say.begin();
      // Whoever is using it goes on with what the page has in hand.
      forgetIfRevoked(device.id, say.covered).catch((error: unknown) => console.error(error));
    }
    setTimeout(() => void recover(), how === 'refused' ? REFUSED_EVERY_MS : RECOVER_EVERY_MS);
  };
  void recover();
}

function makePage(
  store: LocalStore,
  device: RememberedDevice,
  face: HTMLElement,
  shell: FaceElement,
): { begin(): void; end(): void; readonly covered: Promise<void> } {
  const page = new LlSignedOut();
  page.store = store;
  page.device = device;
  store
    .query((view) => view.list('centre', 'centre'))
    .then(([centre]) => {
      page.utcOffsetMinutes = utcOffsetOf(centre ?? device);
    })
    .catch((error: unknown) => console.error(error));
  const covers = device.kind === 'kiosk';
  let cover: () => void = () => undefined;
  const covered = new Promise<void>((resolve) => {
    cover = resolve;
  });
  const show = (): void => {
    // An emergency that stands is never covered, and not kept from being called off either: the code stays in sight.
    page.brief = covers && shell.alarmed?.() === true;
    face.hidden = covers && !page.brief && (face.hidden || shell.busy?.() !== true);
    const stands = face.hidden || page.brief || !covers;
    if (!stands) page.remove();
    else if (!page.isConnected) document.body.append(page);
    if (face.hidden) cover();
  };
  let looking: ReturnType<typeof setInterval> | undefined;
  return {
    covered,
    begin: () => {
      looking ??= setInterval(show, LOOK_EVERY_MS);
      show();
    },
    end: () => {
      clearInterval(looking);
      page.remove();
      face.hidden = false;
    },
  };
}
