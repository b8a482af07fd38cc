import type { Mid } from '../../kernel/ids.ts';
import { mayDo, type Outcome } from '../../kernel/mutation.ts';
import type { TimeReading } from '../../kernel/time.ts';
import type { Json } from '../../kernel/json.ts';
import type { WireMutation } from '../wire/wire.ts';
import { ApplyRows, applyOnDevice, leavesRows, type Setting } from './apply.ts';
import { link, newClient, nextMid, timeOfMid } from './chain.ts';
import { ChangeList, type Changes } from './changes.ts';
import { holds, writeOverlay } from './overlay.ts';
import type { Clock, Randomness, StoreTx } from './ports.ts';
import { readClient, writeClient, writeUnsent, type ClientRecord, type Entry } from './records.ts';
import { StoredRows } from './rows.ts';

export interface Maker {
  readonly setting: Setting;
  readonly clock: Clock;
  readonly random: Randomness;
  time(): TimeReading;
}

/** What became of a mutation on this device. */
export type Committed =
  | {
      readonly ok: true;
      readonly client: ClientRecord;
      readonly entry: Entry;
      readonly changes: Changes;
    }
  | { readonly ok: false; readonly outcome: Outcome };

/**
 * Makes a mutation in one transaction: runs it over the view as it is, and puts it in the outbox together with its
 * overlay and the chain's new tip. One that is refused here leaves nothing behind.
 * @param again the mid it has had, where the transaction was cut off and is run again: it may be kept somewhere all the same
 */
export async function commitMutation(
  maker: Maker,
  tx: StoreTx,
  name: string,
  args: Json,
  again?: Mid,
): Promise<Committed> {
  const { setting, clock, random } = maker;
  const mutation = setting.nouns.mutations[name];
  if (mutation === undefined) throw new Error(`no mutation is named ${name}`);
  if (!mayDo(setting.actor, mutation.by)) {
    return {
      ok: false,
      outcome: { status: 'refused', code: 'not-permitted', detail: `${name} is not for you` },
    };
  }
  const before = (await readClient(tx)) ?? newClient(random, clock.wall());
  const { mid, midMs } =
    again === undefined
      ? nextMid(before, clock, random)
      : { mid: again, midMs: Math.max(before.midMs, timeOfMid(again)) };
  const time = maker.time();
  const { client, mut } = link<Omit<WireMutation, 'seq' | 'prev'>>(before, {
    mid,
    name,
    v: mutation.v,
    args,
    deviceTime: time.nowMs,
    timeQuality: time.quality,
    age: null,
    ...(mutation.domainKey === undefined ? {} : { domainKey: mutation.domainKey(args) }),
    ...(mutation.validFor === undefined ? {} : { validFor: mutation.validFor.ms }),
  });

  // The overlay grows by this one alone; nothing before it is run again.
  const rows = new ApplyRows(
    new StoredRows(tx, setting.nouns.rowKinds, { overlay: true }),
    new Map(),
    setting.actor,
    holds(client),
  );
  const outcome = await applyOnDevice(setting, mut, rows);
  if (!leavesRows(outcome)) return { ok: false, outcome };
  writeOverlay(tx, setting.nouns.rowKinds, rows.written);

  const changed = new ChangeList();
  rows.written.forEach((written, kind) => written.forEach((_, id) => changed.row(kind, id)));
  const entry: Entry = {
    mut,
    touched: client.grants === null ? null : [...rows.written.keys()],
    madeAtMono: clock.monotonic(),
    bootId: clock.bootId,
  };
  writeUnsent(tx, entry);
  writeClient(tx, { ...client, midMs });
  return { ok: true, client, entry, changes: changed.changes };
}
