import { createHubClient } from '../../../app/hub-client.ts';
import type { RememberedDevice } from '../../../app/remembered-devices.ts';
import type { Locked, Opening } from '../../../store/sealed/person-key.ts';
import { keepPin } from './keep-pin.ts';

/** How a try ended: as a PIN opens what lies here, or by the hub's word. */
export type Tried =
  | Opening
  /** So many seconds are to pass before the next try. */
  | { readonly type: 'wait'; readonly seconds: number }
  /** Nothing of theirs opens here without the hub, and the hub does not answer. */
  | { readonly type: 'away' }
  /** The page goes: the console opens as theirs. */
  | { readonly type: 'leaving' };

/** Those whose PIN opens something here, and those the hub knows to have been on this console. */
export async function peopleOf(
  device: RememberedDevice,
  known: readonly Locked[],
): Promise<readonly Locked[]> {
  const { centreId, deviceId } = device.actor;
  const others = (await createHubClient(device.id).peopleHere()).filter(
    ({ accountId }) => !known.some(({ owner }) => owner.accountId === accountId),
  );
  return [
    ...known,
    ...others.map(({ accountId, name }): Locked => ({
      // What they may do the hub says once they are in.
      owner: { deviceId, centreId, accountId, name, role: 'viewer' },
      digits: true,
      wrong: 0,
    })),
  ];
}

/** Signs somebody in at the hub, on the console they stand at. */
export async function signedInAtHub(
  deviceId: string,
  name: string,
  secret: string,
): Promise<
  | Exclude<Tried, Opening>
  | { readonly type: 'wrong'; readonly wrong: number }
  | { readonly type: 'signed-in'; readonly deviceId: string }
> {
  const reply = await createHubClient(deviceId, undefined, keepPin).signIn(name, secret);
  if (reply.ok) return { type: 'signed-in', deviceId: reply.value.deviceId };
  if (reply.error.type === 'throttled') return { type: 'wait', seconds: reply.error.waitS ?? 30 };
  const isHeard = reply.error.type === 'unauthorised' || reply.error.type === 'forbidden';
  // Counted by the hub: nothing here is destroyed for it.
  return isHeard ? { type: 'wrong', wrong: 0 } : { type: 'away' };
}
