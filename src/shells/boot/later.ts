import { afterReady } from '../../app/after-ready.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { watchForAnotherHub } from './another-hub.ts';
import type { FaceElement } from './face.ts';
import { watchPanel } from './panel-line.ts';
import { shutDoors } from './shut-doors.ts';

/** What is seen to once a face is on the glass. */
export function later(
  store: LocalStore,
  device: RememberedDevice,
  shell: FaceElement,
  busy: () => boolean,
): void {
  afterReady(store, busy);
  if (device.kind === 'console') return;
  shutDoors();
  watchForAnotherHub(store, device, shell);
  if (device.kind === 'kiosk') watchPanel(store, device);
}
