import type { LocalStore } from '../protocol/client/api.ts';
import { copyDevices } from './keep-identity.ts';
import { dropMoved, movedTo } from './restore-devices.ts';

/** Brings over what this glass left unsent as the device it was before staff let it in as this one. */
export function bringMovedWork(store: LocalStore): void {
  const from = movedTo(store.actor.deviceId);
  if (from.length === 0) return;
  import('../store/bring-over.ts')
    .then(({ bringFrom }) =>
      bringFrom(store, from, (emptied) => {
        dropMoved(emptied);
        void copyDevices();
      }),
    )
    .catch((error: unknown) => console.error(error));
}
