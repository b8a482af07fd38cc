import type { Poke } from '../../src/protocol/wire/wire.ts';
import type { Actor, Role } from '../../src/kernel/mutation.ts';
import { id } from '../../src/kernel/ids.ts';
import { Book } from './book.ts';
import { Disk } from './disk.ts';
import { Network } from './network.ts';
import type { Chance } from './random.ts';
import { MORNING_MS, SCREEN } from './seed-rows.ts';
import { SimDevice } from './sim-device.ts';
import { CENTRE, SimHub } from './sim-hub.ts';
import { SignIns } from './sign-ins.ts';
import type { Tamper } from './tamper.ts';
import type { Violation } from './violation.ts';
import { VirtualTime } from './virtual-time.ts';
import { Watcher } from './watcher.ts';

/** A centre in a box: one hub, its devices, the network between them, and an observer outside. */
export class World {
  readonly time = new VirtualTime(MORNING_MS);
  readonly book = new Book();
  readonly devices: SimDevice[] = [];
  /** The console at which two people take turns. */
  readonly desk = new SignIns([person('an', 'An', 'manager'), person('bo', 'Bo', 'canteen')]);
  readonly hub: SimHub;
  readonly network: Network;
  readonly watcher: Watcher;
  readonly chance: Chance;
  readonly tamper: Tamper;
  readonly lines: string[] = [];
  /** The first thing that went wrong. */
  broken: Violation | null = null;
  /** How often a disk is slow, and a journal full. */
  slowDisk = 0;
  /** How often somebody else answers in the hub's place. */
  lies = 0;
  fullJournal = 0;
  readonly #tracing: boolean;

  constructor(chance: Chance, seed: Buffer, tamper: Tamper, tracing: boolean) {
    this.chance = chance;
    this.tamper = tamper;
    this.#tracing = tracing;
    this.network = new Network(this.time, chance.fork());
    this.watcher = new Watcher((violation) => this.breaks(violation));
    this.hub = new SimHub(this.time, chance.fork(), seed, tamper.hub ?? {}, (poke) => this.#hint(poke));
    this.#equip();
  }

  breaks(violation: Violation): void {
    this.trace(() => `✗ ${violation.message}`);
    this.broken ??= violation;
  }

  trace(line: () => string): void {
    if (this.#tracing)
      this.lines.push(`${((this.time.now - MORNING_MS) / 1000).toFixed(3).padStart(9)} ${line()}`);
  }

  /** A part failed as parts may (a full journal); the client goes on by itself. */
  noteFailure(device: SimDevice, error: unknown): void {
    this.trace(
      () =>
        `${device.name} notes: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  slowness(): number {
    return this.chance.is(this.slowDisk) ? this.chance.next() * 40 : 0;
  }

  journalFails(): boolean {
    return this.fullJournal > 0 && this.chance.is(this.fullJournal);
  }

  add(name: string, actor: Actor, disk = new Disk(), signIns: SignIns | null = null): SimDevice {
    const device = new SimDevice(this, name, actor, disk, signIns);
    this.devices.push(device);
    return device;
  }

  async end(): Promise<void> {
    for (const device of this.devices) device.end();
    await this.hub.end();
  }

  #hint(poke: Poke): void {
    for (const device of this.devices) device.hear(this.tamper.poke?.(poke) ?? poke);
  }

  #equip(): void {
    const kiosk = (name: string): Actor => ({
      type: 'device',
      deviceId: id(name),
      deviceKind: 'kiosk',
      centreId: CENTRE,
    });
    this.add('kiosk1', kiosk('kiosk1'));
    this.add('kiosk2', kiosk('kiosk2'));
    for (const one of this.desk.people) this.add(`desk of ${one.name}`, one, new Disk(), this.desk);
    const [first] = this.desk.people;
    if (first !== undefined) this.desk.signIn(first);
    this.add(SCREEN, { type: 'device', deviceId: id(SCREEN), deviceKind: 'screen', centreId: CENTRE });
  }
}

const person = (accountId: string, name: string, role: Role) =>
  ({
    type: 'staff',
    deviceId: id<'DeviceId'>('desk'),
    centreId: CENTRE,
    accountId: id<'AccountId'>(accountId),
    name,
    role,
  }) as const;
