import { rememberDevice, rememberedDevices, type RememberedDevice } from '../../../app/remembered-devices.ts';
import { leaveNothingGranted } from '../../../app/sign-out.ts';
import { id } from '../../../kernel/ids.ts';
import type { Result } from '../../../kernel/result.ts';
import type { HubTrouble } from '../../../store/hub-client.ts';
import type { Seal } from '../../../store/open-store.ts';
import { holdsPlain } from '../../../store/sealed/holds-plain.ts';
import { newKey } from '../../../store/sealed/key-bytes.ts';
import { PersonKeys, storeName, type Locked, type Owner } from '../../../store/sealed/person-key.ts';
import { SealingStorage } from '../../../store/sealed/sealing-storage.ts';
import type { Entered } from '../../boot/boot.ts';
import { remembered } from '../../boot/identity.ts';
import { forgetIfRevoked } from '../../boot/revoked.ts';
import { askWhoIAm, type Me } from '../../boot/who-am-i.ts';
import { ownerIn } from './keep-pin.ts';

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
  const asked = askWhoIAm(device.id);
  const soon = await Promise.race([asked, after(HUNG_MS)]);
  // Where neither a PIN nor anything else opens it there is nothing to ask for: that they are nobody is the hub's to say.
  const answer = soon ?? ((await isKept(device, keys)) ? null : await asked);
  const byHub = answer === null ? null : await openedByHub(device, keys, answer);
  if (byHub !== null) return byHub;
  if (answer?.ok === false && (await forgetIfRevoked(device.id))) return asNobodys(device);
  const locked = (await keys.locked()).filter(({ owner }) => owner.deviceId === device.id);
  const ended = answer !== null && (answer.ok || answer.error.type === 'unauthorised');
  if (locked.length === 0) {
    const name = storeName(device.id, device.actorKey);
    const sealed = await keys.has(name);
    if (!sealed && (isSignedIn(answer) || (await holdsPlain(name)))) return { device };
    if (!sealed) return asNobodys(device);
    // Another page may still be theirs, with work in it: nobody has signed out, and it is only not opened here.
    if (ended) return { device: nobodyOn(device) };
  }
  return askForPin(device, keys, locked, ended);
}

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

async function askForPin(
  device: RememberedDevice,
  keys: PersonKeys,
  locked: readonly Locked[],
  ended: boolean,
): Promise<Entered> {
  const { LlUnlockPage } = await import('./unlock-page.ts');
  const page = new LlUnlockPage();
  page.device = device;
  page.people = locked;
  page.ended = ended;
  document.body.append(page);
  const entered = await new Promise<Entered>((resolve) => {
    page.open = async (owner, pin) => {
      const opening = await keys.byPin(owner, pin);
      if (opening.type === 'open')
        resolve({ device: deviceOf(device, owner), seal: sealedUnder(opening.key) });
      if (opening.type === 'destroyed') {
        rememberDevice(deviceOf(device, owner));
        await leaveNothingGranted(device.id);
      }
      return opening;
    };
    page.ask = async () => {
      const opened = await openedByHub(device, keys, await askWhoIAm(device.id));
      if (opened !== null) resolve(opened);
    };
    page.leave = () => resolve({ device: nobodyOn(device) });
  });
  page.remove();
  rememberDevice(entered.device);
  return entered;
}

/** The device as it is while this person acts on it. */
function deviceOf(device: RememberedDevice, { centreId, accountId, name, role }: Owner): RememberedDevice {
  const { deviceId } = device.actor;
  return {
    ...device,
    actor: {
      type: 'staff',
      deviceId,
      centreId: id<'CentreId'>(centreId),
      accountId: id<'AccountId'>(accountId),
      name,
      role,
    },
    actorKey: accountId,
    lastUsedMs: Date.now(),
  };
}

/** For somebody to sign in on: what was left on it stays for whoever left it. */
function nobodyOn(device: RememberedDevice): RememberedDevice {
  const { deviceId, centreId } = device.actor;
  return {
    ...device,
    actor: { type: 'device', deviceId, deviceKind: device.kind, centreId },
    actorKey: 'device',
  };
}

async function asNobodys(device: RememberedDevice): Promise<Entered> {
  await leaveNothingGranted(device.id);
  return { device: rememberedDevices().find((one) => one.id === device.id) ?? nobodyOn(device) };
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
