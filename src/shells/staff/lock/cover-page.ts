import { rememberDevice, rememberedDevices } from '../../../app/remembered-devices.ts';
import { actorKeyOf } from '../../../kernel/mutation.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { PersonKeys, type Locked } from '../../../store/sealed/person-key.ts';
import { addressOf } from '../../boot/address-of.ts';
import { openAfterSignIn } from '../sign-in-and-out.ts';
import { setLocked } from './device-lock.ts';
import { nobodyOn, ownedBy } from './owners.ts';
import { peopleOf, signedInAtHub } from './people-here.ts';
import { LlUnlockPage } from './unlock-page.ts';

/**
 * Lays the unlock page over a console's. Ends when its person is back; where another comes, the console opens anew as
 * theirs, and what the first has written waits for them.
 */
export async function coverPage(
  store: LocalStore,
  known: readonly Locked[],
  asksWho: boolean,
  shown: (page: LlUnlockPage) => void,
): Promise<void> {
  const { deviceId } = store.actor;
  const device = rememberedDevices().find(({ id }) => id === deviceId);
  if (device === undefined) return;
  const own = actorKeyOf(store.actor);
  setLocked(deviceId, true);
  const page = new LlUnlockPage();
  page.device = device;
  page.people = known;
  page.locked = true;
  page.first = asksWho ? null : own;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('style', WHOLE_PAGE);
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  // A browser closes a dialog at the second Escape in a row, whatever a page says.
  let isOver = false;
  dialog.addEventListener('close', () => {
    if (!isOver) dialog.showModal();
  });
  dialog.append(page);
  document.body.append(dialog);
  dialog.showModal();
  shown(page);
  void peopleOf(device, known).then((people) => (page.people = people));

  const goTo = (anew: typeof device): void => {
    rememberDevice(anew);
    location.assign(addressOf('/staff', deviceId));
  };
  await new Promise<void>((back) => {
    page.choose = ({ accountId, name, role, centreId }) => {
      // Without the hub only the page that opens the store can open theirs: it asks for the PIN, once.
      if (accountId === own || store.status().link !== 'away') return false;
      goTo(ownedBy(device, { deviceId, centreId, accountId, name, role }));
      return true;
    };
    page.open = async (owner, pin) => {
      if (owner.accountId === own) {
        const opening = await new PersonKeys().byPin(owner, pin);
        if (opening.type === 'open') back();
        return opening;
      }
      const opening = await signedInAtHub(deviceId, owner.name, pin);
      if (opening.type !== 'signed-in') return opening;
      setLocked(deviceId, false);
      await openAfterSignIn(opening.deviceId);
      return { type: 'leaving' };
    };
    page.leave = () => {
      setLocked(deviceId, false);
      goTo(nobodyOn(device, true));
    };
  });
  isOver = true;
  setLocked(deviceId, false);
  dialog.close();
  dialog.remove();
}

const WHOLE_PAGE =
  'position:fixed;top:0;left:0;width:100%;max-width:none;height:100%;max-height:none;margin:0;padding:0;border:0;overflow:auto;background:transparent';
