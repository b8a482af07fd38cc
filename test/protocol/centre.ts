import { id, type MemberId } from '../../src/kernel/ids.ts';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { Chance } from '../sim/random.ts';
import { seedImage, TODAY } from '../sim/seed-rows.ts';
import type { SimDevice } from '../sim/sim-device.ts';
import type { Tamper } from '../sim/tamper.ts';
import { World } from '../sim/world.ts';

/** A centre without any trouble, its hub and the named devices running, everything loaded. */
export async function quietCentre(names: readonly string[], tamper: Tamper = {}): Promise<World> {
  const world = new World(new Chance(1), await seedImage(), tamper, false);
  await world.hub.start();
  for (const name of names) deviceOf(world, name).boot(null);
  await pass(world, 2000);
  return world;
}

export function deviceOf(world: World, name: string): SimDevice {
  const device = world.devices.find((one) => one.name === name);
  if (device === undefined) throw new Error(`no device is named ${name}`);
  return device;
}

export function clientOf(world: World, name: string) {
  const { client } = deviceOf(world, name);
  if (client === null) throw new Error(`${name} is not running`);
  return client;
}

/** Lets time pass. */
export const pass = (world: World, ms: number): Promise<void> => world.time.runUntil(world.time.now + ms);

/** Waits for something while time passes. */
export async function soon<T>(world: World, promise: Promise<T>): Promise<T> {
  let done: { readonly value: T } | undefined;
  let failed: { readonly error: unknown } | undefined;
  promise.then(
    (value) => (done = { value }),
    (error: unknown) => (failed = { error }),
  );
  for (let i = 0; i < 200 && done === undefined && failed === undefined; i += 1) await pass(world, 50);
  if (failed !== undefined) throw failed.error;
  if (done === undefined) throw new Error('it did not happen in ten seconds');
  return done.value;
}

const session = sessionId('baduanjin', TODAY);

/** Somebody signs in at a kiosk. */
export const checkIn = (world: World, kiosk: string, member: string) =>
  clientOf(world, kiosk).mutate('checkin.claim', {
    sessionId: session,
    memberId: id<'MemberId'>(member) satisfies MemberId,
    seen: null,
  });

/** How many a kiosk shows as having come. */
export const shownAt = (world: World, kiosk: string): Promise<number> =>
  clientOf(world, kiosk).query(async (view) => (await view.list('kiosk', 'attendance')).length);
