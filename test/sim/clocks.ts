import { FAR_MS } from '../../src/kernel/steady-time.ts';
import { civilMoment } from '../../src/kernel/time.ts';
import { putAwayDay } from '../../src/hub/ops/daily/put-away.ts';
import type { ClockRecord } from '../../src/protocol/client/records.ts';
import { keyText } from './disk.ts';
import { UTC_OFFSET } from './seed-rows.ts';
import { CENTRE } from './sim-hub.ts';
import type { SimDevice } from './sim-device.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
const IN_2036 = Date.UTC(2036, 5, 1);
/** A confirmed time may be off by what is being made up for, and by what several devices may differ. */
const CONFIRMED_WITHIN_MS = FAR_MS + 2 * MIN;
const CLOCK = keyText('meta', ['clock']);

/** What a clock does that has no battery, is in local time, is set, or has run off. Devices and hub differ in how far. */
function wallOff(
  { chance, time }: World,
  hours: readonly [number, number],
  backMs: number,
  farAheadMs: number,
): number {
  const minutes = ([from, to]: readonly [number, number]): number => chance.between(from * 60, to * 60) * MIN;
  return chance.pick([
    () => 0,
    () => -backMs,
    () => chance.between(-90_000, 90_000),
    () => minutes(hours),
    () => 1000 - time.now,
    () => farAheadMs - time.now,
  ])();
}

/** The hub's machine is switched off and on, and its clock shows something. */
export async function rebootHub(world: World): Promise<void> {
  const { hub, chance } = world;
  await hub.crash();
  // The days ahead are those of a clock that drifts in a drawer: nothing speaks against them but that nobody has looked.
  const offMs = chance.is(0.2)
    ? chance.between(1, 30) * DAY
    : wallOff(world, [8, 9], chance.between(1, 20) * MIN, IN_2036);
  hub.machine.reboot(offMs);
  world.trace(() => `hub starts anew, its clock off by ${offMs / 1000} s`);
  await hub.start();
}

/** Somebody, or a program, sets the clock of the running hub. */
export function setHubClock(world: World): void {
  world.hub.machine.set(wallOff(world, [-9, 9], 8 * HOUR, IN_2036));
  world.trace(() => `hub's clock is set, off by ${world.hub.machine.wallOffMs / 1000} s`);
}

/** The network is there, and with it the time. */
export async function synchroniseHub(world: World): Promise<void> {
  const { hub } = world;
  hub.machine.synchronise();
  if (hub.up) await hub.sync.time.askSystem();
  world.trace(() => "hub's clock is synchronised");
}

/** The manager looks at their phone and presses. */
export function confirmHub(world: World): void {
  const { hub, time } = world;
  if (hub.up) hub.sync.time.confirm(time.now);
  world.trace(() => 'the manager says what time it is');
}

/** What is old is put away, as after midnight. */
export async function putAway(world: World): Promise<void> {
  const { hub } = world;
  if (!hub.takesWrites) return;
  const today = civilMoment(hub.sync.now(), UTC_OFFSET).date;
  await putAwayDay(hub.sync, null, { centreId: CENTRE, today, utcOffsetMinutes: UTC_OFFSET });
  world.trace(() => 'hub puts away what is old');
}

/**
 * A device starts with a clock that shows something. One whose own clock and all that a hub ever told it agree on
 * 2036 cannot know better.
 */
export function deviceOff(world: World, device: SimDevice): number {
  const { disk } = device;
  // Each in a month of its own: machines that are wrong alike, and the hub's with them, nobody could tell from right ones.
  const farAheadMs = IN_2036 + (1 + world.devices.indexOf(device)) * 30 * DAY;
  const offMs = wallOff(world, [4, 7], world.chance.between(1, 20) * MIN, farAheadMs);
  const known = disk.cells.get(CLOCK)?.value as ClockRecord | undefined;
  return offMs > DAY && (known?.highWaterMs ?? 0) > world.time.now + DAY ? 0 : offMs;
}

/** A running device's clock is set, or it slept. */
export function setDeviceClock(world: World, device: SimDevice): void {
  device.clockOffMs = deviceOff(world, device);
  world.trace(() => `${device.name}'s clock is set, off by ${device.clockOffMs / 1000} s`);
}

/** A hub of an earlier build, in 2036, has confirmed that to a device. */
export function believe2036(world: World, device: SimDevice): void {
  device.crash();
  const { cells } = device.disk;
  const known = cells.get(CLOCK);
  if (known === undefined) return;
  cells.set(CLOCK, { ...known, value: { ...(known.value as ClockRecord), highWaterMs: IN_2036 } });
  world.trace(() => `${device.name} believes it is 2036`);
}

/** No device calls a time confirmed that is wrong, whatever the clocks do. */
export function checkConfirmed(world: World): void {
  for (const { name, client } of world.devices) {
    const reading = client?.time();
    if (reading?.quality !== 'confirmed') continue;
    const offMs = reading.nowMs - world.time.now;
    if (Math.abs(offMs) > CONFIRMED_WITHIN_MS)
      world.breaks(new Violation(`${name} calls a time confirmed that is ${Math.round(offMs / 1000)} s off`));
  }
}

/** Once the hub is sure again, it and all devices are back in the true day, and have let go of any other. */
export function checkClocks({ hub, time, devices }: World): void {
  const { standing } = hub.sync.time;
  if (!standing.sure) throw new Violation(`the hub is not sure of the time: ${standing.why}`);
  const hubOff = hub.sync.now() - time.now;
  if (Math.abs(hubOff) > FAR_MS) throw new Violation(`the hub is ${Math.round(hubOff / 1000)} s off`);
  for (const { name, client, disk, actor } of devices) {
    // Who is not signed in at the desk is told nothing.
    if (actor.type !== 'device') continue;
    if (client?.time().quality !== 'confirmed') throw new Violation(`${name} has no confirmed time`);
    const known = disk.cells.get(CLOCK)?.value as ClockRecord | undefined;
    const highWaterMs = known?.highWaterMs ?? 0;
    if (highWaterMs > time.now + CONFIRMED_WITHIN_MS)
      throw new Violation(`${name} still goes by ${new Date(highWaterMs).toISOString()}`);
  }
}
