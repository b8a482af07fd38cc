import { rememberDevice, rememberedDevices } from '../../app/remembered-devices.ts';
import { leaveNothingGranted } from '../../app/sign-out.ts';
import { remembered } from '../boot/identity.ts';
import { askWhoIAm } from '../boot/who-am-i.ts';

const openConsole = (deviceId: string): void =>
  location.assign(`/staff?device=${encodeURIComponent(deviceId)}`);

/** Somebody has signed in on this browser: the console opens as theirs. */
export async function openAfterSignIn(deviceId: string): Promise<void> {
  const me = await askWhoIAm(deviceId);
  const before = rememberedDevices().find(({ id }) => id === deviceId) ?? null;
  if (me.ok) rememberDevice(remembered(me.value, before, Date.now()));
  openConsole(deviceId);
}

/** Somebody has signed out: what they were granted goes, and the console asks who comes next. */
export async function openAfterSignOut(deviceId: string): Promise<void> {
  await leaveNothingGranted(deviceId);
  openConsole(deviceId);
}
