import type { BucketRef } from './buckets.ts';
import type { AccountId, CentreId, DeviceId, Mid } from './ids.ts';
import type { CivilDate, TimeReading } from './time.ts';
import type { RowRange } from './row-range.ts';
import type { Json } from './json.ts';
import type { Kind, RowOf } from './rows.ts';
import type { Upcasters } from './versions.ts';

export type Role = 'manager' | 'canteen' | 'leader' | 'advisor' | 'viewer';
export type DeviceKind = 'kiosk' | 'screen' | 'console';

/** Who acts: a paired device by itself, a member of staff on a console, or the hub's own daily work. */
export type Actor =
  | {
      readonly type: 'device';
      readonly deviceId: DeviceId;
      readonly deviceKind: DeviceKind;
      readonly centreId: CentreId;
    }
  | {
      readonly type: 'staff';
      readonly deviceId: DeviceId;
      readonly centreId: CentreId;
      readonly accountId: AccountId;
      readonly name: string;
      readonly role: Role;
    }
  | { readonly type: 'hub'; readonly deviceId: DeviceId; readonly centreId: CentreId };

/** The rows a mutation may read and write: the actor's granted buckets; on the hub all of the centre's. */
export interface RowTx {
  get<K extends Kind>(bucket: BucketRef, kind: K, id: string): Promise<RowOf<K> | undefined>;
  /** The rows of a kind in a bucket, or those of a range, ordered by id. */
  list<K extends Kind>(bucket: BucketRef, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]>;
  put<K extends Kind>(bucket: BucketRef, kind: K, id: string, row: RowOf<K>): Promise<void>;
  remove<K extends Kind>(bucket: BucketRef, kind: K, id: string): Promise<void>;
}

/** What surrounds one application of a mutation. The same `apply` runs in the browser and on the hub. */
export interface MutationContext {
  readonly mid: Mid;
  readonly actor: Actor;
  /** True on the hub, whose outcome is final; false in a device's overlay. */
  readonly authority: boolean;
  /** When the actor did it, as its device knew: what a claim or a call says of itself. */
  readonly madeAt: TimeReading;
  /** On the hub the time of receipt, confirmed unless the hub is not sure of it; on a device the same as `madeAt`. */
  readonly now: TimeReading;
  /** The centre's business day at `now`; null when the time is unknown, or the hub not sure of it. */
  readonly today: CivilDate | null;
  readonly utcOffsetMinutes: number;
  /** True when `validFor` could not be checked because the age is unknown and the mutation lets it pass. */
  readonly ageUnknown: boolean;
  /**
   * Carries another change out within this one, under the identity it was made with; what it wrote stays only where it
   * ended as applied or merged. On a device, which has not all it would need, it writes nothing.
   */
  carryOut(again: Again): Promise<Outcome>;
}

/** A change that is carried out within another, as who made it would have had it. */
export interface Again extends Pick<MutationContext, 'mid' | 'actor' | 'madeAt'> {
  readonly name: string;
  readonly v: number;
  readonly args: Json;
}

/** Something done that staff should look at all the same: `code` and `detail` as in a refusal. */
export interface Doubt {
  readonly code: string;
  readonly detail: string;
}

/** Not done, and why, as in `Outcome`. */
interface Refused {
  readonly status: 'refused';
  readonly code: string;
  readonly detail: string;
  /** What was asked is of somebody who is forgotten: that it was refused is told, and it is kept nowhere. */
  readonly forgotten?: true;
}

/**
 * How one application ended. On a device anything but `applied` and `merged` leaves no row behind. `ofNothing` says that
 * what it is about is not here, or not yet: it is kept all the same, and its device may have only so much of that.
 */
export type Outcome =
  | { readonly status: 'applied'; readonly doubt?: Doubt; readonly ofNothing?: true }
  /** Joined a row that another mutation with the same domain key had made; what it carries is stored. */
  | { readonly status: 'merged'; readonly doubt?: Doubt }
  /** Of a name or a version this build does not know: nothing is done, and nothing may be lost of it. */
  | { readonly status: 'held' }
  /** Not allowed or not possible. `code` is a stable word (`not-permitted`, `unknown-dish`); `detail` is for staff. */
  | Refused
  /** Based on a version that is no longer the newest; nothing was changed. `current` is what stands now. */
  | { readonly status: 'conflict'; readonly current: number };

export const applied: Outcome = { status: 'applied' };
export const appliedToNothing: Outcome = { status: 'applied', ofNothing: true };
export const merged: Outcome = { status: 'merged' };
export const refused = (code: string, detail: string): Outcome => ({ status: 'refused', code, detail });
export const conflict = (current: number): Outcome => ({ status: 'conflict', current });

/** How long a mutation may be on its way, in milliseconds, and what becomes of one whose age is not known. */
export interface Validity {
  readonly ms: number;
  readonly whenUnknown: 'expire' | 'pass';
}

/**
 * A named change, defined once and run on the device and again, with authority, on the hub.
 * The schema of its arguments stands beside it in `*.schema.ts`, which browsers do not import.
 */
export interface Mutation<Name extends string, Args> {
  readonly name: Name;
  /** Version of the arguments' shape. */
  readonly v: number;
  /** Who may do it: staff roles and kinds of device. The manager may do whatever staff may. */
  readonly by: readonly (Role | DeviceKind)[];
  readonly validFor?: Validity;
  /** By the version they start from: arguments of it as the next version has them. */
  readonly upcasters?: Upcasters;
  /**
   * Who is told of one that was not carried out, with its arguments: those who know the people, unless it is said here
   * that all staff may see what it holds.
   */
  readonly toldTo?: 'people' | 'staff';
  /** What stood there is to be gone: the audit says that it was done and to whom, and not from what to what. */
  readonly forgets?: true;
  /** The same wish over what stands now, where it met a newer version than it was based on. */
  rebased?(args: Args, current: number): unknown;
  /** The row that several mutations with the same meaning share (the attendance of a member at a session). */
  domainKey?(args: Args): string;
  apply(tx: RowTx, args: Args, ctx: MutationContext): Promise<Outcome>;
}

/** A mutation with its arguments' type forgotten: what a book of them holds. Its arguments are checked before it is run. */
export type AnyMutation = Mutation<string, never>;

/**
 * Every named change there is. Empty here: each noun adds its own where it declares itself, as with `Rows`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Mutations {}

export type MutationName = keyof Mutations & string;
export type ArgsOf<N extends MutationName> = Parameters<Mutations[N]['apply']>[1];

/** Keeps the literal name while the arguments' type is given. */
export const defineMutation =
  <Args>() =>
  <Name extends string>(mutation: Mutation<Name, Args>): Mutation<Name, Args> =>
    mutation;

/** Whether an actor may do a mutation at all; what it may do it to is `apply`'s to say. */
export function mayDo(actor: Actor, by: readonly (Role | DeviceKind)[]): boolean {
  switch (actor.type) {
    case 'hub':
      return true;
    case 'device':
      return by.includes(actor.deviceKind);
    case 'staff':
      return by.includes(actor.role) || (actor.role === 'manager' && by.some(isRole));
  }
}

const isRole = (who: Role | DeviceKind): boolean => who !== 'kiosk' && who !== 'screen' && who !== 'console';

/** Names an actor among those of its device: the account's id, or `device`. */
export const actorKeyOf = (actor: Actor): string => (actor.type === 'staff' ? actor.accountId : actor.type);

/** The name a change is signed with: the person's, else the device's id. */
export const signature = (actor: Actor): string => (actor.type === 'staff' ? actor.name : actor.deviceId);
