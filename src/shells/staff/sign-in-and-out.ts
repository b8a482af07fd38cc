import { rememberDevice, rememberedDevices } from '../../app/remembered-devices.ts';
import { leaveNothingGranted, leftKey } from '../../app/sign-out.ts';
import { actorKeyOf } from '../../kernel/mutation.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { addressOf } from '../boot/address-of.ts';
import { codeIn } from './sections.ts';
import { remembered } from '../boot/identity.ts';
import { forgetIfRevoked, isRevoked } from '../boot/revoked.ts';
import { askWhoIAm } from '../boot/who-am-i.ts';

const openConsole = (deviceId: string): void => location.assign(addressOf('/staff', deviceId));

/** Somebody has signed in on this browser: the console opens as theirs. */
export async function openAfterSignIn(deviceId: string): Promise<void> {
  const me = await askWhoIAm(deviceId);
  const before = rememberedDevices().find(({ id }) => id === deviceId) ?? null;
  if (me.ok) rememberDevice(remembered(me.value, before, Date.now()));
  // Whoever scanned a glass's code and had to sign in first goes on to it.
  location.assign(`${addressOf('/staff', deviceId)}${codeIn(location.hash) === null ? '' : location.hash}`);
}

/**
 * Somebody has signed in over a page: its owner goes on where they are, and what waits of theirs is sent; for another,
 * or on another console of this browser, the console opens anew.
 */
export async function signedInOver(deviceId: string, store: LocalStore): Promise<void> {
  const me = deviceId === store.actor.deviceId ? await askWhoIAm(deviceId) : null;
  const isOwner = me?.ok === true && me.value.actorKey === actorKeyOf(store.actor);
  if (isOwner) store.syncNow();
  else await openAfterSignIn(deviceId);
}

/** Who is signed in on a console now; null when nobody is, or the hub does not say. `signed-off`: it is no console any more. */
export async function whoIsOn(deviceId: string): Promise<{ readonly name: string } | 'signed-off' | null> {
  const me = await askWhoIAm(deviceId);
  if (isRevoked(me)) return 'signed-off';
  return me.ok ? me.value.account : null;
}

/** Somebody has signed out: what they were granted goes, and the console asks who comes next. */
export async function openAfterSignOut(deviceId: string): Promise<void> {
  await leaveNothingGranted(deviceId);
  openConsole(deviceId);
}

/**
 * Signing out lets go of what a person was granted for all pages of the browser: whoever shows it still leaves it when
 * another page has signed out. Returns the disposer.
 */
export function leaveWithOthers(
  { actor }: Pick<LocalStore, 'actor'>,
  leave: () => void = () => openConsole(actor.deviceId),
): () => void {
  // That nobody acts on the device now is no word for it: a page that could not open theirs says that too.
  const theirs = `leling:${actor.deviceId}:${actorKeyOf(actor)}@`;
  const heard = ({ key, newValue }: StorageEvent): void => {
    if (actor.type === 'staff' && key === leftKey && newValue?.startsWith(theirs) === true) leave();
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}

/**
 * A console that was signed off lets go of people's data at once, also on a page that is open, and asks who comes next;
 * one whose session alone has ended keeps it. A page that is nobody's has nothing to let go of.
 */
export function leaveIfRevoked(store: LocalStore): void {
  const { deviceId, type } = store.actor;
  if (type !== 'staff') return;
  let asking = false;
  store.watchStatus(({ link }) => {
    if (link !== 'signed-out' || asking) return;
    asking = true;
    forgetIfRevoked(deviceId)
      .then(async (gone) => {
        if (gone) await openAfterSignOut(deviceId);
        else asking = false;
      })
      .catch((error: unknown) => {
        asking = false;
        console.error(error);
      });
  });
}
