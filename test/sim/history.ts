import { checkConfirmed } from './clocks.ts';
import { checkQuiet, whatStirs } from './invariants.ts';
import { Faults } from './faults.ts';
import { People } from './people.ts';
import { Chance } from './random.ts';
import { seedImage } from './seed-rows.ts';
import type { Tamper } from './tamper.ts';
import { Violation } from './violation.ts';
import { World } from './world.ts';

export interface Ending {
  readonly seed: number;
  /** What does not hold; null when everything does. */
  readonly violation: string | null;
  readonly trace: readonly string[];
}

const FAULTS_A_STEP = 0.35;
/** How long everything may take to come to rest once the trouble is over: several of the longest back-offs. */
const REST_MS = 600_000;
const ROUND_MS = 20_000;

let image: Promise<Buffer> | null = null;

/** Lives one history through: trouble, then rest, then the reckoning. */
export async function runHistory(seed: number, tamper: Tamper, tracing: boolean): Promise<Ending> {
  image ??= seedImage();
  const chance = new Chance(seed);
  const world = new World(chance, await image, tamper, tracing);
  try {
    await live(world);
    if (world.broken === null) await checkQuiet(world);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    world.breaks(error);
  } finally {
    await world.end();
  }
  return { seed, violation: world.broken?.message ?? null, trace: world.lines };
}

/** People do several things at once, one after another, or nothing for some minutes. */
function pause({ chance }: World): number {
  if (chance.is(0.02)) return chance.between(60_000, 240_000);
  return chance.is(0.5) ? chance.between(0, 200) : chance.between(0, 9000);
}

async function live(world: World): Promise<void> {
  const { chance, time } = world;
  await world.hub.start();
  const faults = new Faults(world);
  const people = new People(world);
  for (const device of world.devices) device.boot(null);
  await time.runUntil(time.now + 2000);
  for (let step = chance.between(25, 60); step > 0 && world.broken === null; step -= 1) {
    if (chance.is(FAULTS_A_STEP)) await faults.strike();
    else await people.act();
    if (chance.is(0.1)) faults.boot();
    if (world.tamper.seals) for (const device of world.devices) device.seal();
    await time.runUntil(time.now + pause(world));
    checkConfirmed(world);
  }
  await faults.cease();
  const end = time.now + REST_MS;
  while (world.broken === null) {
    // At the desk each has their turn, or what waits for them would wait for ever.
    const next = world.desk.next();
    if (next !== undefined) world.desk.signIn(next);
    for (const device of world.devices) {
      device.look();
      device.client?.syncNow();
    }
    await time.runUntil(time.now + ROUND_MS);
    checkConfirmed(world);
    const stirs = await whatStirs(world);
    if (stirs === null) return;
    if (time.now > end) return world.breaks(new Violation(`it does not come to rest: ${stirs}`));
  }
}
