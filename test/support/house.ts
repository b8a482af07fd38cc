import { bucketName, type BucketRef } from '../../src/kernel/buckets.ts';
import { grantsOf } from '../../src/kernel/grants.ts';
import { id } from '../../src/kernel/ids.ts';
import {
  applied,
  mayDo,
  type Actor,
  type MutationContext,
  type Outcome,
  type Role,
  type RowTx,
} from '../../src/kernel/mutation.ts';
import { civilMoment, type TimeReading } from '../../src/kernel/time.ts';
import { mutations } from '../../src/features/registry.ts';
import type { ArgsOf, MutationName } from '../../src/kernel/mutation.ts';
import { boundsOf, isWithin, type RowRange } from '../../src/kernel/row-range.ts';
import type { Kind, RowOf } from '../../src/kernel/rows.ts';

export const CENTRE = id<'CentreId'>('sample');
/** Sunday 22 November 2026, 10:32 in the centre. */
export const NOW = Date.parse('2026-11-22T02:32:00Z');
export const TODAY = '2026-11-22';

export const kiosk = (deviceId = 'lobby-kiosk'): Actor => ({
  type: 'device',
  deviceId: id(deviceId),
  deviceKind: 'kiosk',
  centreId: CENTRE,
});
export const screen: Actor = {
  type: 'device',
  deviceId: id('dining-hall'),
  deviceKind: 'screen',
  centreId: CENTRE,
};
export const staff = (role: Role, name = role as string): Actor => ({
  type: 'staff',
  deviceId: id('console-1'),
  centreId: CENTRE,
  accountId: id(role),
  name,
  role,
});
export const hub: Actor = { type: 'hub', deviceId: id('hub'), centreId: CENTRE };

export interface Occasion {
  readonly mid?: string;
  readonly now?: TimeReading;
  readonly madeAt?: TimeReading;
  readonly ageUnknown?: boolean;
}

let mids = 0;

/**
 * A house's rows in memory, with its mutations. With authority it is the hub and sees every bucket; without, it is one
 * device's overlay, and a step outside the actor's grants is an error.
 */
export class House {
  readonly #rows = new Map<string, unknown>();
  readonly #authority: boolean;

  constructor(authority = true) {
    this.#authority = authority;
  }

  /** Puts a row where a full bucket name says. */
  set<K extends Kind>(bucket: string, kind: K, key: string, row: RowOf<K>): void {
    this.#rows.set(`${bucket}|${kind}|${key}`, structuredClone(row));
  }

  get<K extends Kind>(bucket: string, kind: K, key: string): RowOf<K> | undefined {
    return this.#rows.get(`${bucket}|${kind}|${key}`) as RowOf<K> | undefined;
  }

  list<K extends Kind>(bucket: string, kind: K, range?: RowRange): readonly RowOf<K>[] {
    const prefix = `${bucket}|${kind}|`;
    return [...this.#rows.keys()]
      .filter((key) => key.startsWith(prefix))
      .filter((key) => range === undefined || isWithin(key.slice(prefix.length), boundsOf(range)))
      .sort()
      .map((key) => this.#rows.get(key) as RowOf<K>);
  }

  remove(bucket: string, kind: Kind, key: string): void {
    this.#rows.delete(`${bucket}|${kind}|${key}`);
  }

  tx(actor: Actor): RowTx {
    const granted = new Set(grantsOf(actor));
    const name = (ref: BucketRef): string => {
      const bucket = bucketName(ref, actor.centreId, actor.deviceId);
      if (!this.#authority && !granted.has(bucket)) throw new Error(`${bucket} is not granted`);
      return bucket;
    };
    return {
      get: async (ref, kind, key) => structuredClone(this.get(name(ref), kind, key)),
      list: async (ref, kind, range) => structuredClone(this.list(name(ref), kind, range)),
      put: async (ref, kind, key, row) => this.set(name(ref), kind, key, row),
      remove: async (ref, kind, key) => this.remove(name(ref), kind, key),
    };
  }

  /** Does a named mutation as an actor; a refusal leaves the rows as they were. */
  async act<N extends MutationName>(
    actor: Actor,
    name: N,
    args: ArgsOf<N>,
    occasion: Occasion = {},
  ): Promise<Outcome & { readonly mid: string }> {
    const mid = occasion.mid ?? `mid-${`${(mids += 1)}`.padStart(6, '0')}`;
    const mutation = mutations[name] as unknown as {
      readonly by: Parameters<typeof mayDo>[1];
      apply(tx: RowTx, args: ArgsOf<N>, ctx: MutationContext): Promise<Outcome>;
    };
    if (!mayDo(actor, mutation.by)) return { status: 'refused', code: 'not-permitted', detail: name, mid };
    const now = occasion.now ?? { quality: 'confirmed', nowMs: NOW };
    const before = new Map(this.#rows);
    const outcome = await mutation.apply(this.tx(actor), args, {
      mid: id(mid),
      actor,
      authority: this.#authority,
      madeAt: occasion.madeAt ?? now,
      now,
      today: now.nowMs === null ? null : civilMoment(now.nowMs, 480).date,
      utcOffsetMinutes: 480,
      ageUnknown: occasion.ageUnknown ?? false,
      carryOut: (again) =>
        this.#authority
          ? this.act(again.actor, again.name as N, again.args as ArgsOf<N>, { ...occasion, ...again })
          : Promise.resolve(applied),
    });
    if (outcome.status === 'refused' || outcome.status === 'conflict') {
      this.#rows.clear();
      for (const [key, row] of before) this.#rows.set(key, row);
    }
    return { ...outcome, mid };
  }
}
