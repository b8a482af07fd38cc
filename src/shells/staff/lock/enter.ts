import { rememberDevice, rememberedDevices, type RememberedDevice } from '../../../app/remembered-devices.ts';
import { leaveNothingGranted } from '../../../app/sign-out.ts';
import type { Result } from '../../../kernel/result.ts';
import type { HubTrouble } from '../../../store/hub-client.ts';
import type { Seal } from '../../../store/open-store.ts';
import { holdsPlain } from '../../../store/sealed/holds-plain.ts';
import { newKey } from '../../../store/sealed/key-bytes.ts';
import { PersonKeys, storeName, type Locked } from '../../../store/sealed/person-key.ts';
import { SealingStorage } from '../../../store/sealed/sealing-storage.ts';
import type { Entered } from '../../boot/boot.ts';
import { remembered } from '../../boot/identity.ts';
import { forgetIfRevoked } from '../../boot/revoked.ts';
import { askWhoIAm, type Me } from '../../boot/who-am-i.ts';
import { isLocked, setLocked } from './device-lock.ts';
import { ownerIn } from './keep-pin.ts';
import { nobodyOn, ownedBy } from './owners.ts';
import { signedInAtHub, type Tried } from './people-here.ts';

/** A hub that hangs answers nothing: after so long the PIN is asked for, and whichever comes first opens. */
const HUNG_MS = 1500;

type Answer = Result<Me, HubTrouble>;

/**
 * Lets a member of staff into the console they left: by their session where the hub is there, by their PIN where it is
 * not. Waits on its own page until one of the two has opened it.
 */
export async function enterConsole(device: RememberedDevice): Promise<Entered> {
  if (device.actor.type !== 'staff') return { device };
  const keys = new PersonKeys();
  if (isLocked(device.id)) {
    const people = await peopleOn(device, keys);
    // Where no PIN opens it, its hub has to: a lock that nobody can open is none.
    if (people.length > 0) return askForPin(device, keys, people, 'locked');
  }
  const asked = askWhoIAm(device.id);
  const soon = await Promise.race([asked, after(HUNG_MS)]);
  // Where neither a PIN nor anything else opens it there is nothing to ask for: that they are nobody is the hub's to say.
  const answer = soon ?? ((await isKept(device, keys)) ? null : await asked);
  const byHub = answer === null ? null : await openedByHub(device, keys, answer);
  if (byHub !== null) return byHub;
  if (answer?.ok === false && (await forgetIfRevoked(device.id))) return asNobodys(device);
  const locked = await peopleOn(device, keys);
  const ended = answer !== null && (answer.ok || answer.error.type === 'unauthorised');
  if (locked.length === 0) {
    const name = storeName(device.id, device.actorKey);
    const sealed = await keys.has(name);
    if (!sealed && (isSignedIn(answer) || (await holdsPlain(name)))) return { device };
    if (!sealed) return asNobodys(device);
    // Another page may still be theirs, with work in it: nobody has signed out, and it is only not opened here.
    if (ended) return { device: nobodyOn(device) };
  }
  return askForPin(device, keys, locked, ended ? 'ended' : 'away');
}

const peopleOn = async ({ id }: RememberedDevice, keys: PersonKeys): Promise<readonly Locked[]> =>
  (await keys.locked()).filter(({ owner }) => owner.deviceId === id);

/** Something of theirs is here, to be opened by PIN, by the hub, or as it lies. */
async function isKept(device: RememberedDevice, keys: PersonKeys): Promise<boolean> {
  if ((await keys.locked()).some(({ owner }) => owner.deviceId === device.id)) return true;
  const name = storeName(device.id, device.actorKey);
  return (await keys.has(name)) || holdsPlain(name);
}

/** They are, and their hub keeps no half of a key: it seals nothing. */
const isSignedIn = (answer: Answer | null): boolean => answer?.ok === true && answer.value.account !== null;

/** The hub knows who is here. */
async function openedByHub(
  device: RememberedDevice,
  keys: PersonKeys,
  answer: Answer,
): Promise<Entered | null> {
  const known = answer.ok ? ownerIn(answer.value) : null;
  if (!answer.ok || known === null) return null;
  const now = remembered(answer.value, device, Date.now());
  rememberDevice(now);
  // Where keys can be neither read nor kept, this page has one of its own: what it pulled is pulled anew by the next.
  const key = await keys.byHub(known.owner, known.share).catch((error: unknown) => {
    console.error(error);
    return newKey();
  });
  return { device: now, seal: sealedUnder(key) };
}

const sealedUnder =
  (key: Uint8Array): Seal =>
  (storage) =>
    new SealingStorage(storage, async () => key);

/** Why the PIN is asked for: nobody has touched it, the hub is there and their session has ended, or the hub is not there. */
type Why = 'locked' | 'ended' | 'away';

async function askForPin(
  device: RememberedDevice,
  keys: PersonKeys,
  people: readonly Locked[],
  why: Why,
): Promise<Entered> {
  const { LlUnlockPage } = await import('./unlock-page.ts');
  const page = new LlUnlockPage();
  page.device = device;
  page.people = people;
  page.ended = why === 'ended';
  page.locked = why === 'locked';
  page.first = why === 'locked' ? device.actorKey : null;
  document.body.append(page);
  const entered = await new Promise<Entered>((resolve) => {
    page.open = async (owner, pin): Promise<Tried> => {
      // One typing signs in and opens: who comes to a session that has ended, or after another, is asked once.
      if (why === 'ended' || (why === 'locked' && owner.accountId !== device.actorKey)) {
        const signedIn = await signedInAtHub(device.id, owner.name, pin);
        if (signedIn.type === 'signed-in') {
          const opened = await openedByHub(device, keys, await askWhoIAm(device.id));
          if (opened !== null) resolve(opened);
          return opened === null ? { type: 'away' } : { type: 'leaving' };
        }
        if (signedIn.type !== 'away') return signedIn;
      }
      const opening = await keys.byPin(owner, pin);
      if (opening.type === 'open')
        resolve({ device: ownedBy(device, owner), seal: sealedUnder(opening.key) });
      if (opening.type === 'destroyed') {
        rememberDevice(ownedBy(device, owner));
        await leaveNothingGranted(device.id);
      }
      return opening;
    };
    page.ask = async () => {
      if (why === 'locked') return;
      const opened = await openedByHub(device, keys, await askWhoIAm(device.id));
      if (opened !== null) resolve(opened);
    };
    page.leave = () => resolve({ device: nobodyOn(device, why === 'locked') });
  });
  page.remove();
  setLocked(device.id, false);
  rememberDevice(entered.device);
  return entered;
}

async function asNobodys(device: RememberedDevice): Promise<Entered> {
  await leaveNothingGranted(device.id);
  return { device: rememberedDevices().find((one) => one.id === device.id) ?? nobodyOn(device) };
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
