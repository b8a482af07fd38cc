import type { Mid } from '../../src/kernel/ids.ts';
import { attendanceId } from '../../src/features/check-in/model/attendance.ts';
import type { BucketRecord, ClientRecord, OverlayRow } from '../../src/protocol/client/records.ts';
import type { WireRow } from '../../src/protocol/wire/wire.ts';
import { civilMoment } from '../../src/kernel/time.ts';
import { keyText, type Change, type Disk } from './disk.ts';
import { TODAY, UTC_OFFSET } from './seed-rows.ts';
import { CENTRE } from './sim-hub.ts';
import type { SimDevice } from './sim-device.ts';
import { Violation } from './violation.ts';

interface Shown {
  /** Made by the next build: one of today's shows nothing of it, and keeps it. */
  readonly ofNextBuild: boolean;
  readonly sessionId: string;
  readonly memberId: string;
}

const CLIENT = keyText('meta', ['client']);
const ROW_STORES = ['base', 'overlay', 'staged'] as const;
const KIOSK = `kiosk:${CENTRE}`;

export const clientOn = (disk: Disk): ClientRecord | undefined =>
  disk.cells.get(CLIENT)?.value as ClientRecord | undefined;
export const bucketOn = (disk: Disk, bucket: string): BucketRecord | undefined =>
  disk.cells.get(keyText('meta', ['bucket', bucket]))?.value as BucketRecord | undefined;

/** Looks at every disk after every commit: what must hold at each moment, not only at the end. */
export class Watcher {
  /** Claims that this disk's screen says are counted. */
  readonly #shown = new Map<Disk, Map<Mid, Shown>>();
  readonly #held = new Set<Mid>();
  readonly #failed: (violation: Violation) => void;

  constructor(failed: (violation: Violation) => void) {
    this.#failed = failed;
  }

  /** The hub keeps it whole until its upgrade: until then only staff see it. */
  held(mid: Mid): void {
    this.#held.add(mid);
  }

  claimShown(disk: Disk, mid: Mid, shown: Shown): void {
    this.#claims(disk).set(mid, shown);
    this.#check(() => this.#checkShown(disk));
  }

  claimWithdrawn(disk: Disk, mid: Mid): void {
    this.#claims(disk).delete(mid);
  }

  forget(disk: Disk): void {
    this.#shown.delete(disk);
  }

  cloned(from: Disk, to: Disk): void {
    this.#shown.set(to, new Map(this.#claims(from)));
  }

  committed(device: SimDevice, changes: readonly Change[]): void {
    this.#check(() => {
      checkGrants(device, changes);
      checkVersions(device, changes);
      // Whose clock has come to another day has ended this one, and lets go of it until its hub says otherwise.
      if (isOnAnotherDay(device)) this.forget(device.disk);
      this.#checkShown(device.disk);
    });
  }

  afterCrash(device: SimDevice): void {
    this.#check(() => this.#checkShown(device.disk));
  }

  #claims(disk: Disk): Map<Mid, Shown> {
    let claims = this.#shown.get(disk);
    if (claims === undefined) this.#shown.set(disk, (claims = new Map()));
    return claims;
  }

  /** A check-in that was shown stays in view, whatever is acknowledged, pulled, forked or restored. */
  #checkShown(disk: Disk): void {
    const claims = this.#claims(disk);
    const record = bucketOn(disk, KIOSK);
    // Without the timetable or the roster nobody can say what a check-in of theirs is.
    const whole = [KIOSK, `centre:${CENTRE}`].every(
      (bucket) =>
        clientOn(disk)?.grants?.includes(bucket) === true && bucketOn(disk, bucket)?.loaded === true,
    );
    if (claims.size === 0 || !whole || record === undefined) return;
    for (const [mid, { sessionId, memberId, ofNextBuild }] of claims) {
      if (this.#held.has(mid) || (ofNextBuild && !disk.ofNextBuild)) continue;
      const id = attendanceId(sessionId, memberId);
      const over = disk.cells.get(keyText('overlay', [KIOSK, 'attendance', id]))?.value as
        | OverlayRow
        | undefined;
      const base = disk.cells.get(keyText('base', [KIOSK, record.gen, 'attendance', id]))?.value as
        | WireRow
        | undefined;
      const row = (over === undefined ? base?.data : over.data) as
        | { claims: { mid: string; withdrawn: boolean }[] }
        | null
        | undefined;
      const claim = row?.claims.filter((one) => one.mid === mid) ?? [];
      if (claim.length === 0) throw new Violation(`the check-in ${mid} was shown and is out of view`);
      if (claim.length > 1) throw new Violation(`the check-in ${mid} is there twice`);
    }
  }

  #check(look: () => void): void {
    try {
      look();
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      this.#failed(error);
    }
  }
}

function isOnAnotherDay({ client }: SimDevice): boolean {
  const nowMs = client?.time().nowMs ?? null;
  return nowMs !== null && civilMoment(nowMs, UTC_OFFSET).date > TODAY;
}

/** No row outside the grants, at any moment. */
function checkGrants(device: SimDevice, changes: readonly Change[]): void {
  const client = clientOn(device.disk);
  const allowed = (bucket: unknown): boolean => client?.grants?.includes(String(bucket)) ?? false;
  const regranted = changes.some(({ id }) => id === CLIENT);
  for (const { id, now } of changes) {
    if (now === null || id.startsWith('meta') || id.startsWith('outbox') || id.startsWith('kept')) continue;
    if (!allowed(now.key[0]))
      throw new Violation(`${device.name} writes a row of ${String(now.key[0])}, which is not granted`);
  }
  // Whose record of itself was damaged hears with its hub's next answer what it may hold.
  if (!regranted || client?.grants === null) return;
  for (const [id, cell] of device.disk.cells) {
    if (ROW_STORES.some((store) => id.startsWith(store)) && !allowed(cell.key[0])) {
      throw new Violation(`${device.name} still holds a row of ${String(cell.key[0])}, which is not granted`);
    }
  }
}

const isCursored = (value: unknown): value is BucketRecord =>
  typeof value === 'object' && value !== null && 'cursor' in value;

/** Versions never go back within an epoch. */
function checkVersions(device: SimDevice, changes: readonly Change[]): void {
  for (const { id, now, was } of changes) {
    if (!id.startsWith('meta') || now === null || was === null || now.key[0] !== 'bucket') continue;
    // What a fault has put there is no record.
    if (!isCursored(was.value)) continue;
    const [before, after] = [was.value, now.value as BucketRecord];
    if (before.cursor === null || after.cursor === null || before.cursor.epoch !== after.cursor.epoch)
      continue;
    if (after.cursor.version < before.cursor.version) {
      throw new Violation(
        `${device.name} goes from ${before.bucket} ${before.cursor.version} back to ${after.cursor.version}`,
      );
    }
  }
}
