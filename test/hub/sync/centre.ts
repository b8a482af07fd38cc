import type { BucketName } from '../../../src/kernel/buckets.ts';
import { grantsOf } from '../../../src/kernel/grants.ts';
import { id, type ClientId, type MenuId, type Mid } from '../../../src/kernel/ids.ts';
import type { Role } from '../../../src/kernel/mutation.ts';
import { civilMoment } from '../../../src/kernel/time.ts';
import { menuId } from '../../../src/features/menus/model/menu.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import type { HubClock } from '../../../src/hub/sync/hub-time.ts';
import type { Asker } from '../../../src/protocol/hub/asker.ts';
import type { Json } from '../../../src/kernel/json.ts';
import type { Cursor, PullPage, PushAnswer, WireMutation, WireRow } from '../../../src/protocol/wire/wire.ts';
import { Machine } from '../../support/machine.ts';
import { courseRow } from '../../support/rows.ts';

export const CENTRE = id<'CentreId'>('sample');

export function kiosk(deviceId: string, centreId = CENTRE): Asker {
  const actor = {
    type: 'device',
    deviceId: id<'DeviceId'>(deviceId),
    deviceKind: 'kiosk',
    centreId,
  } as const;
  return { actor, owner: `${deviceId}/device`, grants: grantsOf(actor) };
}

export function screen(deviceId: string): Asker {
  const actor = {
    type: 'device',
    deviceId: id<'DeviceId'>(deviceId),
    deviceKind: 'screen',
    centreId: CENTRE,
  } as const;
  return { actor, owner: `${deviceId}/device`, grants: grantsOf(actor) };
}

export function staff(role: Role, deviceId = 'office-pc'): Asker {
  const accountId = id<'AccountId'>(role);
  const actor = {
    type: 'staff',
    deviceId: id<'DeviceId'>(deviceId),
    centreId: CENTRE,
    accountId,
    name: role,
    role,
  } as const;
  return { actor, owner: `${deviceId}/${role}`, grants: grantsOf(actor) };
}

/** A course that meets every day with sign-in, its members, and a kiosk that staff know. */
export async function furnish(sync: HubSync, centreId = CENTRE): Promise<void> {
  await sync.write(centreId, async (tx) => {
    await tx.put('centre', 'course', 'baduanjin', courseRow({ from: '2020-01-01' }));
    for (const memberId of ['m1', 'm2', 'm3']) {
      const name = { id: id<'MemberId'>(memberId), name: '王秀兰', phone: '13800001234', birthYear: null };
      await tx.put('people', 'member', memberId, name);
      await tx.put('kiosk', 'roster', memberId, {
        id: id<'MemberId'>(memberId),
        maskedName: '王*兰',
        phoneTail: '1234',
        card: null,
      });
    }
    await tx.put('staff', 'device', 'lobby', {
      id: id<'DeviceId'>('lobby'),
      kind: 'kiosk',
      name: '大厅',
      place: '一楼大厅',
      pairedAtMs: 1,
      perhapsClonedAtMs: null,
    });
  });
}

/** Eleven in the morning. */
export const MORNING_MS = Date.UTC(2026, 10, 22, 3);

/** A clock that stands then: no midnight falls between what a test does and what it looks at, and no day's work beside it. */
export const morning = (): HubClock => new Machine(MORNING_MS).clock;

export const todaysSession = (sync: HubSync): string => `baduanjin@${civilMoment(sync.now(), 480).date}`;

export const todaysLunch = (sync: HubSync): MenuId =>
  menuId(civilMoment(sync.now(), 480).date, 'lunch', 'main');

export const claim = (sync: HubSync, memberId: string) => ({
  name: 'checkin.claim',
  args: { sessionId: todaysSession(sync), memberId },
});

interface Change {
  readonly name: string;
  readonly args: Json;
  readonly v?: number;
  readonly age?: number | null;
}

let mids = 0;
/** A mid no other test has. */
export function newMid(): Mid {
  mids += 1;
  return id(`0190f000-0000-7000-8000-${String(mids).padStart(12, '0')}`);
}

/** A client's end of a chain, without a store: what it sends and what it has come to. */
export class Chain {
  readonly clientId: ClientId;
  epoch: string | null = null;
  #seq = 0;
  #prev: Mid | null = null;
  readonly #sync: HubSync;
  readonly #who: Asker;

  constructor(sync: HubSync, who: Asker, clientId: string) {
    this.#sync = sync;
    this.#who = who;
    this.clientId = id(clientId);
  }

  /** The next mutations of the chain, each after the one before. */
  next(...changes: readonly (Change & { readonly mid?: Mid })[]): WireMutation[] {
    return changes.map(({ name, args, v = 1, age = 10, mid = newMid() }) => {
      this.#seq += 1;
      const prev = this.#prev;
      this.#prev = mid;
      return {
        mid,
        seq: this.#seq,
        prev,
        name,
        v,
        args,
        deviceTime: this.#sync.now() - (age ?? 0),
        timeQuality: age === null ? 'carried' : 'confirmed',
        age,
      };
    });
  }

  async push(muts: readonly unknown[]): Promise<PushAnswer> {
    const answer = await this.#sync.push(this.#who, {
      clientId: this.clientId,
      epoch: this.epoch,
      muts,
    });
    if ('otherActor' in answer) throw new Error('this chain is somebody else’s');
    this.epoch ??= answer.epoch;
    return answer;
  }

  /** What the device says of itself. How many of it were written down. */
  report(...reports: readonly unknown[]): Promise<number> {
    return this.#sync.report(this.#who, reports);
  }

  /** Makes and pushes changes at once; the statuses they ended with. */
  async do(...changes: readonly (Change & { readonly mid?: Mid })[]): Promise<string[]> {
    const answer = await this.push(this.next(...changes));
    return answer.type === 'done' ? answer.results.map(({ status }) => status) : [answer.type];
  }

  async pull(bucket: BucketName, cursor: Cursor | null = null, limit = 1000): Promise<PullPage> {
    const page = await this.#sync.pull(this.#who, { clientId: this.clientId, bucket, cursor, limit });
    if ('otherActor' in page) throw new Error('this chain is somebody else’s');
    return page;
  }

  /** Everything after a cursor, page by page. */
  async pullAll(bucket: BucketName, cursor: Cursor | null = null, limit = 1000) {
    const rows: WireRow[] = [];
    let page = await this.pull(bucket, cursor, limit);
    let pages = 1;
    for (rows.push(...page.rows); page.more; rows.push(...page.rows)) {
      page = await this.pull(bucket, page.cursor, limit);
      pages += 1;
    }
    return { rows, cursor: page.cursor, pages };
  }
}
