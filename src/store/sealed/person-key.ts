import { isNumber, isText, oneOf, orNull, shape, isBoolean } from '../../kernel/guards.ts';
import type { Role } from '../../kernel/mutation.ts';
import { alone } from './alone.ts';
import {
  boxUp,
  isBox,
  isStretch,
  keyOfPin,
  keyOfShare,
  newStretch,
  unbox,
  type Box,
  type Stretch,
} from './boxes.ts';
import { newKey } from './key-bytes.ts';
import { KeyFiles, type KeyPlaces } from './key-places.ts';

type Key = Uint8Array<ArrayBuffer>;

/** Somebody whose data this browser holds, as they are greeted. */
export interface Owner {
  readonly deviceId: string;
  readonly centreId: string;
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

/** What is kept of a person's key: the key under the hub's half, and under their PIN; never the key. */
interface KeyRecord {
  readonly owner: Owner;
  readonly hub: Box | null;
  readonly pin: (Stretch & { readonly box: Box; readonly digits: boolean }) | null;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
  /** Counts the writings: of two copies the higher one is the newer. */
  readonly turn: number;
}

const isOwner = shape<Owner>({
  deviceId: isText,
  centreId: isText,
  accountId: isText,
  name: isText,
  role: oneOf('manager', 'canteen', 'leader', 'advisor', 'viewer'),
});
const isPin = shape<NonNullable<KeyRecord['pin']>>({
  salt: isText,
  rounds: isNumber,
  box: isBox,
  digits: isBoolean,
});
const isRecord = shape<KeyRecord>({
  owner: isOwner,
  hub: orNull(isBox),
  pin: orNull((value): value is NonNullable<KeyRecord['pin']> => isStretch(value) && isPin(value)),
  wrong: isNumber,
  turn: isNumber,
});

/** Names a person's store on a device, and its key. */
export const storeName = (deviceId: string, actorKey: string): string => `leling:${deviceId}:${actorKey}`;
const nameOf = ({ deviceId, accountId }: Owner): string => storeName(deviceId, accountId);

/** So many wrong PINs destroy the key. */
export const MOST_WRONG = 10;
/** Seconds to wait after so many wrong ones; it begins anew with each start, whatever the clock says. */
const WAIT_S: readonly number[] = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600];
export const waitAfter = (wrong: number): number => WAIT_S[wrong] ?? 600;

/** Somebody who can open their data here by their PIN. */
export interface Locked {
  readonly owner: Owner;
  readonly digits: boolean;
  readonly wrong: number;
}

export type Opening =
  | { readonly type: 'open'; readonly key: Key }
  | { readonly type: 'wrong'; readonly wrong: number }
  /** It was the last try: the key is destroyed. */
  | { readonly type: 'destroyed' }
  | { readonly type: 'none' };

/**
 * The keys of the people of a console. Each lies under the hub's half, which comes over the person's session alone, and
 * under their PIN, so that it opens without the hub.
 */
export class PersonKeys {
  readonly #places: KeyPlaces;
  readonly #rounds: number | undefined;

  /** @param rounds how slowly a PIN becomes a key; as it is advised, unless said otherwise */
  constructor(places: KeyPlaces = new KeyFiles(), rounds?: number) {
    this.#places = places;
    this.#rounds = rounds;
  }

  /**
   * The key of somebody the hub knows to be here. A key that is under another half (the hub was put back, the person
   * signed out elsewhere) is let go of for a new one, unless the PIN that was just typed opens it.
   */
  byHub(owner: Owner, share: string, typed: string | null = null): Promise<Key> {
    return alone(nameOf(owner), async () => {
      const name = nameOf(owner);
      const under = await keyOfShare(share);
      const before = await this.#read(name);
      const opened =
        (before?.hub ? await unbox(before.hub, under, name) : null) ??
        (before?.pin && typed !== null
          ? await unbox(before.pin.box, await keyOfPin(typed, before.pin), name)
          : null);
      const key = opened ?? newKey();
      if (opened !== null && before?.hub && typed === null) return key;
      await this.#write({
        owner,
        hub: await boxUp(key, under, name),
        pin:
          typed === null
            ? opened === null
              ? null
              : (before?.pin ?? null)
            : await this.#pinBox(key, typed, name),
        wrong: 0,
        turn: (before?.turn ?? 0) + 1,
      });
      return key;
    });
  }

  /** Tries a PIN. It is counted before it is looked at, so that ending the page in between is no way to try more. */
  byPin(owner: Owner, typed: string): Promise<Opening> {
    const name = nameOf(owner);
    return alone(name, async (): Promise<Opening> => {
      const record = await this.#read(name);
      if (record === null || record.pin === null) return { type: 'none' };
      const wrong = record.wrong + 1;
      const counted = { ...record, wrong, turn: record.turn + 1 };
      await this.#write(counted);
      const key = await unbox(record.pin.box, await keyOfPin(typed, record.pin), name);
      if (key !== null) {
        await this.#write({ ...counted, wrong: 0, turn: counted.turn + 1 });
        return { type: 'open', key };
      }
      if (wrong < MOST_WRONG) return { type: 'wrong', wrong };
      await this.#places.remove(name);
      return { type: 'destroyed' };
    });
  }

  /** Who can open their data by PIN, of all consoles of this browser. */
  async locked(): Promise<readonly Locked[]> {
    const records = await Promise.all((await this.#places.names()).map((name) => this.#read(name)));
    return records.flatMap((record) =>
      record?.pin ? [{ owner: record.owner, digits: record.pin.digits, wrong: record.wrong }] : [],
    );
  }

  /** Whether there is a key of a store at all. */
  async has(name: string): Promise<boolean> {
    return (await this.#read(name)) !== null;
  }

  async #read(name: string): Promise<KeyRecord | null> {
    const text = await this.#places.read(name);
    if (text === null) return null;
    try {
      const record: unknown = JSON.parse(text);
      return isRecord(record) ? record : null;
    } catch {
      return null;
    }
  }

  #write(record: KeyRecord): Promise<void> {
    return this.#places.write(nameOf(record.owner), JSON.stringify(record));
  }

  async #pinBox(key: Key, typed: string, name: string): Promise<NonNullable<KeyRecord['pin']>> {
    const stretch = newStretch(this.#rounds);
    return {
      ...stretch,
      box: await boxUp(key, await keyOfPin(typed, stretch), name),
      digits: /^\d+$/.test(typed),
    };
  }
}
