// The console shows dishes as the kiosk does, and in its words.
import '../../i18n/kiosk-texts.ts';
import '../../i18n/staff-texts.ts';
import { createHubClient } from '../../app/hub-client.ts';
import { beforePaired } from '../../app/before-paired.ts';
import { markReady, whenReady } from '../../app/ready.ts';
import { bringOwnWork, noteUnsent } from '../../app/unsent-people.ts';
import { speakAsChosen } from '../../features/accounts/console/own-language.ts';
import { LlStaffSignIn } from '../../features/accounts/console/staff-sign-in.ts';
import { boot } from '../boot/boot.ts';
import { enterConsole } from './lock/enter.ts';
import { keepPin } from './lock/keep-pin.ts';
import { leaveIfRevoked, leaveWithOthers, openAfterSignIn } from './sign-in-and-out.ts';
import { LlStaffShell } from './staff-shell.ts';

void boot(
  'staff',
  async ({ store }) => {
    noteUnsent(store);
    whenReady(() => {
      // Another page that leads may still think its person signed out: they may have come in by this one.
      store.syncNow();
      bringOwnWork(store).catch((error: unknown) => console.error(error));
    });
    whenReady(() => {
      const { actor } = store;
      if (actor.type === 'staff')
        void import('../../features/help/console/locked-phone.ts')
          .then(({ ringStill }) => ringStill(createHubClient(actor.deviceId, undefined, keepPin)))
          .catch((error: unknown) => console.error(error));
    });
    leaveWithOthers(store);
    leaveIfRevoked(store);
    return new LlStaffShell();
  },
  {
    nouns: () => import('../../features/registry.ts'),
    unpaired: async () => signIn(),
    enter: enterConsole,
  },
);

/** A browser that is no console yet: signing in makes it one. */
function signIn(): HTMLElement {
  speakAsChosen(null);
  const page = new LlStaffSignIn();
  page.hub = createHubClient(null, undefined, keepPin);
  page.addEventListener('ll-signed-in', ({ deviceId }) => void openAfterSignIn(deviceId));
  void page.updateComplete.then(markReady);
  whenReady(beforePaired);
  return page;
}
