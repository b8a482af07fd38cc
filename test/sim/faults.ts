import { fieldsOf } from '../../src/kernel/versions.ts';
import { next, today } from './builds.ts';
import {
  believe2036,
  confirmHub,
  deviceOff,
  putAway,
  rebootHub,
  setDeviceClock,
  setHubClock,
  synchroniseHub,
} from './clocks.ts';
import { CALM, type Weather } from './network.ts';
import { Violation } from './violation.ts';
import { sameResult } from './book.ts';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

type Fault = (faults: Faults) => Promise<void> | void;

/** What befalls a centre: by chance, some kinds more often in one history than in another. */
export class Faults {
  readonly world: World;
  readonly #bag: Fault[] = [];
  #clones = 0;

  constructor(world: World) {
    this.world = world;
    const { chance } = world;
    for (const fault of KINDS) for (let i = chance.between(0, 3); i > 0; i -= 1) this.#bag.push(fault);
    world.network.weather = weather(world);
    world.slowDisk = chance.is(0.5) ? 0.2 : 0;
    world.lies = chance.is(0.3) ? chance.next() * 0.2 : 0;
    world.fullJournal = chance.is(0.1) ? 0.2 : 0;
  }

  async strike(): Promise<void> {
    if (this.#bag.length > 0) await this.world.chance.pick(this.#bag)(this);
  }

  /** The end of all trouble: everything runs, and is let alone. */
  async cease(): Promise<void> {
    const world = this.world;
    world.network.weather = CALM;
    world.slowDisk = 0;
    world.lies = 0;
    world.fullJournal = 0;
    // Everything is on the newest build in the end: nothing may wait any more then.
    await world.hub.crash();
    world.hub.build = next;
    await world.hub.start();
    await synchroniseHub(world);
    for (const device of world.devices) {
      device.online = true;
      device.authorised = true;
      device.revoked = [];
      device.clockOffMs = 0;
      device.spare();
      if (!device.running || device.build !== next) device.crash();
      device.build = next;
      device.boot(null);
    }
  }

  device(): SimDevice {
    return this.world.chance.pick(this.world.devices);
  }

  crash = (): void => this.device().crash();

  boot(): void {
    const { chance, devices } = this.world;
    for (const device of devices) {
      if (device.running || !chance.is(0.7)) continue;
      device.clockOffMs = chance.is(0.4) ? deviceOff(this.world, device) : 0;
      device.boot(chance.is(0.5) ? chance.between(1, 60) : null);
    }
  }

  unplug(): void {
    const device = this.device();
    device.online = !device.online;
    this.world.trace(() => `${device.name} is ${device.online ? 'plugged in' : 'unplugged'}`);
  }

  /** One medium goes while the machine is off; never both before it has started again. */
  wipe(what: 'store' | 'journal'): void {
    const device = this.device();
    device.crash();
    if (what === 'journal' && (device.disk.cells.size === 0 || !device.disk.storeWhole)) return;
    if (what === 'store' && !device.disk.journalWhole) return;
    this.world.trace(() => `${device.name} loses its ${what}`);
    if (what === 'journal') device.disk.wipeJournal();
    else {
      device.disk.wipeStore();
      this.world.watcher.forget(device.disk);
    }
  }

  /** The store is renewed under its pages: nothing of it can be read, and its journal is whole. */
  renew(): void {
    const device = this.device();
    if (!device.running || !device.disk.journalWhole) return;
    device.renew();
    this.world.watcher.forget(device.disk);
  }

  /** A second page is opened, or one of two closed. */
  page(): void {
    const device = this.device();
    if (this.world.chance.is(0.6)) device.openBeside();
    else device.closeOne();
  }

  hold(): void {
    this.device().hold(this.world.chance.between(1000, 60_000));
  }

  /** A bit of a journal falls over while the machine is off; its store is there. */
  flipBit(): void {
    const device = this.device();
    device.crash();
    if (device.disk.cells.size === 0 || !device.disk.storeWhole) return;
    this.world.trace(() => `${device.name} has a bit fall over in its journal`);
    device.disk.flipBit(this.world.chance);
  }

  /** A value on a disk is no longer what was written; what waits has its journal. */
  spoil(): void {
    const device = this.device();
    device.crash();
    const { disk } = device;
    const cells = [...disk.cells].filter(([id]) => disk.journalWhole || !/^(?:outbox|kept)/.test(id));
    if (cells.length === 0) return;
    const { chance } = this.world;
    // Rows are many: what they are about would hardly ever be struck.
    const store = chance.pick(['meta', 'outbox', 'kept', 'base', 'overlay', 'staged']);
    const some = cells.filter(([id]) => id.startsWith(store));
    const [id, cell] = chance.pick(some.length > 0 ? some : cells);
    this.world.trace(() => `${device.name} has a bad value at ${JSON.stringify(cell.key)} of ${store}`);
    disk.cells.set(id, { ...cell, value: chance.pick([null, 7, 'x', {}, [], spoilt(cell.value)]) });
    disk.unsynced = [];
    if (/^(?:outbox|kept)/.test(id)) disk.storeWhole = false;
    this.world.watcher.forget(disk);
  }

  /** Somebody copies a kiosk's disk into a second machine. */
  clone(): void {
    if (this.#clones === 1) return;
    this.#clones += 1;
    const device = this.device();
    device.crash();
    const disk = device.disk.clone();
    this.world.watcher.cloned(device.disk, disk);
    this.world.add(`${device.name}'`, device.actor, disk, device.signIns);
    this.world.trace(() => `${device.name} is cloned`);
  }

  /** A newer build comes to a device, or it is rolled back. */
  update(): void {
    const device = this.device();
    device.crash();
    device.build = device.build === today ? next : today;
    this.world.trace(() => `${device.name} has the build ${device.build.name}`);
  }

  /** The hub is upgraded, or rolled back. */
  async hubUpdate(): Promise<void> {
    const { hub } = this.world;
    await hub.crash();
    hub.build = hub.build === today ? next : today;
    this.world.trace(() => `hub has the build ${hub.build.name}`);
    await hub.start();
    await this.#checkTold();
  }

  regrant(): void {
    const device = this.device();
    device.revoked = device.revoked.length > 0 ? [] : [this.world.chance.pick(device.grants)];
    this.world.trace(() => `${device.name} may not see ${device.revoked.join(' ') || 'nothing less'}`);
  }

  authorise(): void {
    const device = this.device();
    device.authorised = !device.authorised;
    this.world.trace(() => `${device.name} is ${device.authorised ? 'known again' : 'unknown to the hub'}`);
  }

  /** Another person signs in on the console; what the first has not sent waits for them. */
  takeTurns(): void {
    const { desk } = this.world;
    const next = this.world.chance.is(0.4) ? desk.person : desk.next();
    const person = next ?? desk.next();
    if (person === undefined) return;
    desk.signIn(person);
    this.world.trace(() => `${person.name} signs in at the desk`);
  }

  /** A PIN is changed elsewhere, or the session has come to its end. */
  endSession(): void {
    this.world.desk.end();
    this.world.trace(() => 'nobody is signed in at the desk any more');
  }

  loseCookies(): void {
    this.world.desk.lose();
    this.world.trace(() => 'the desk loses its cookies');
  }

  async hubCrash(): Promise<void> {
    const { hub, chance } = this.world;
    if (!hub.up) return hub.start();
    await hub.crash();
    this.world.trace(() => 'hub crashes');
    if (chance.is(0.7)) {
      await hub.start();
      await this.#checkTold();
    }
  }

  hubDatabase(): void {
    const { hub } = this.world;
    if (hub.turnDatabase())
      this.world.trace(() => `the hub's database is ${hub.takesWrites ? 'back' : 'out of reach'}`);
  }

  async hubBackup(): Promise<void> {
    if (!this.world.hub.up) return;
    await this.world.hub.backup();
    this.world.trace(() => 'hub is backed up');
  }

  async hubCopy(): Promise<void> {
    if (!this.world.hub.up) return;
    await this.world.hub.copyFolder();
    this.world.trace(() => 'hub folder is copied');
  }

  async hubRestore(): Promise<void> {
    if (this.world.hub.up && (await this.world.hub.restore())) this.world.trace(() => 'hub is restored');
  }

  async hubPutBack(): Promise<void> {
    if (this.world.hub.up && (await this.world.hub.putFolderBack()))
      this.world.trace(() => 'hub folder is put back');
  }

  async purge(): Promise<void> {
    if (!this.world.hub.up) return;
    await this.world.hub.purgeTombstones();
    this.world.trace(() => 'hub purges tombstones');
  }

  async archive(): Promise<void> {
    const { hub, chance } = this.world;
    if (!hub.takesWrites) return;
    await hub.putInArchive(() => chance.is(0.6));
    this.world.trace(() => 'a month goes by for the book of record');
  }

  /** What the hub has answered it has synced: no crash takes it back. */
  async #checkTold(): Promise<void> {
    const { hub, book } = this.world;
    const told = book.toldIn(hub.era);
    const records = await hub.records(told.map(({ mid }) => mid));
    for (const result of told) {
      const record = records.get(result.mid);
      if (record === undefined || !sameResult(record.result, result)) {
        this.world.breaks(
          new Violation(
            `the hub answered ${result.status} for ${result.mid} and does not know it after a crash`,
          ),
        );
        return;
      }
    }
  }
}

const KINDS: readonly Fault[] = [
  (faults) => rebootHub(faults.world),
  (faults) => setHubClock(faults.world),
  (faults) => synchroniseHub(faults.world),
  (faults) => confirmHub(faults.world),
  (faults) => putAway(faults.world),
  (faults) => faults.archive(),
  (faults) => faults.archive(),
  (faults) => putAway(faults.world),
  (faults) => setDeviceClock(faults.world, faults.device()),
  (faults) => believe2036(faults.world, faults.device()),
  (faults) => faults.crash(),
  (faults) => faults.crash(),
  (faults) => faults.boot(),
  (faults) => faults.unplug(),
  (faults) => faults.wipe('store'),
  (faults) => faults.wipe('journal'),
  (faults) => faults.renew(),
  (faults) => faults.flipBit(),
  (faults) => faults.spoil(),
  (faults) => faults.spoil(),
  (faults) => faults.page(),
  (faults) => faults.page(),
  (faults) => faults.hold(),
  (faults) => faults.clone(),
  (faults) => faults.regrant(),
  (faults) => faults.authorise(),
  (faults) => faults.takeTurns(),
  (faults) => faults.takeTurns(),
  (faults) => faults.takeTurns(),
  (faults) => faults.endSession(),
  (faults) => faults.loseCookies(),
  (faults) => faults.update(),
  (faults) => faults.hubUpdate(),
  (faults) => faults.hubCrash(),
  (faults) => faults.hubCrash(),
  (faults) => faults.hubDatabase(),
  (faults) => faults.hubDatabase(),
  (faults) => faults.hubBackup(),
  (faults) => faults.hubBackup(),
  (faults) => faults.hubCopy(),
  (faults) => faults.hubRestore(),
  (faults) => faults.hubPutBack(),
  (faults) => faults.purge(),
];

/** A queued change whose arguments are not what was made; anything else empty. */
function spoilt(value: unknown): unknown {
  const { mut } = fieldsOf(JSON.parse(JSON.stringify(value ?? null)));
  return mut === undefined
    ? {}
    : { ...fieldsOf(JSON.parse(JSON.stringify(value))), mut: { ...fieldsOf(mut), args: { spoilt: 1 } } };
}

function weather({ chance }: World): Weather {
  if (chance.is(0.3)) return CALM;
  return {
    loss: chance.next() * 0.25,
    duplicate: chance.next() * 0.2,
    slow: chance.next() * 0.15,
    delayMs: chance.between(5, 400),
  };
}
