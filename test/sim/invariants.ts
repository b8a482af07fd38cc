import { attendanceId, counts, type Attendance } from '../../src/features/check-in/model/attendance.ts';
import { FAR_MS } from '../../src/kernel/steady-time.ts';
import { COMMAND_VALID_MS } from '../../src/features/exercise/model/run.ts';
import type { Mid } from '../../src/kernel/ids.ts';
import type { Kind } from '../../src/kernel/rows.ts';
import { schemaOf } from '../../src/kernel/versions.ts';
import type { IdRow, MutationRecord } from '../../src/protocol/hub/ports.ts';
import type { Entry } from '../../src/protocol/client/records.ts';
import type { WireRow } from '../../src/protocol/wire/wire.ts';
import { checkClocks } from './clocks.ts';
import { MENU_ID } from './seed-rows.ts';
import type { SimDevice } from './sim-device.ts';
import { CENTRE } from './sim-hub.ts';
import { Violation } from './violation.ts';
import { bucketOn, clientOn } from './watcher.ts';
import type { World } from './world.ts';

/** A clock reading on the way may be off by this. */
const CLOCK_SLACK_MS = 20_000;

/** What still has something to send or fetch; null when everything is quiet. */
export async function whatStirs(world: World): Promise<string | null> {
  for (const { name, disk, grants } of world.devices) {
    const client = clientOn(disk);
    if (client?.grants == null) return `${name} has not heard of its hub`;
    for (const store of ['outbox', 'overlay', 'staged'] as const) {
      if (disk.list(store, []).length > 0) return `the ${store} of ${name} is not empty`;
    }
    if (client.outbox > 0 || client.pullAfter > 0)
      return `${name} counts ${client.outbox} waiting, ${client.pullAfter} chained anew`;
    for (const bucket of grants) {
      const cursor = bucketOn(disk, bucket)?.cursor;
      const [epoch, version] = [world.hub.sync.epoch, await world.hub.version(bucket)];
      if (cursor?.epoch === epoch && cursor.schema !== schemaOf(Object.values(world.hub.build.kinds)))
        return `${name} has rows of another build in ${bucket}`;
      if (cursor?.epoch !== epoch || cursor.version !== version) {
        return `${name} has ${bucket} at ${cursor?.epoch} ${cursor?.version}, the hub at ${epoch} ${version}`;
      }
      if (!(await world.hub.gave(bucket, cursor)))
        return `${name} has ${bucket} at ${epoch} ${version} of a history that is no more`;
    }
  }
  return null;
}

/** What must hold once everything is quiet. */
export async function checkQuiet(world: World): Promise<void> {
  const seen = world.book.allSeen;
  const records = await world.hub.records(seen.map(({ mid }) => mid));
  checkClocks(world);
  checkSaved(world, records);
  await checkAudit(world, records);
  await checkSigned(world);
  await checkAttendance(world, records);
  await checkMenu(world, records);
  for (const device of world.devices) await checkDevice(world, device);
}

/** Every mutation shown as saved has reached one terminal result, and a late command has not taken effect. */
function checkSaved(world: World, records: ReadonlyMap<Mid, MutationRecord>): void {
  for (const saved of world.book.allSaved) {
    const record = records.get(saved.mid);
    if (record === undefined)
      throw new Violation(`${saved.name} ${saved.mid} of ${saved.device} was shown as saved and is lost`);
    const { status } = record.result;
    const fine = allowed(saved.name);
    if (!fine.includes(status))
      throw new Violation(`${saved.name} ${saved.mid} ended as ${JSON.stringify(record.result)}`);
    if (saved.name === 'run.start' && status === 'applied') {
      const arrivedAt = world.book.arrivedAt(saved.mid, record.receivedAtMs) ?? saved.madeAt;
      const lateMs = arrivedAt - saved.madeAt - COMMAND_VALID_MS;
      if (lateMs > CLOCK_SLACK_MS + FAR_MS)
        throw new Violation(`a start of ${Math.round(lateMs / 1000)} s too late took effect`);
    }
  }
}

/** What staff did is in the audit, whatever day a clock took it for. */
async function checkAudit(world: World, records: ReadonlyMap<Mid, MutationRecord>): Promise<void> {
  const written = new Set<string>((await world.hub.rows(`audit:${CENTRE}`)).map(({ id }) => id));
  for (const { mid, name } of world.book.allSeen) {
    if (!BY_STAFF.has(name) || records.get(mid)?.result.status !== 'applied' || written.has(mid)) continue;
    throw new Violation(`${name} ${mid} is no longer in the audit`);
  }
}

const BY_STAFF: ReadonlySet<string> = new Set(['menu.publish', 'run.start', 'notice.withdraw']);

/** Nobody's change is written down as another's. */
async function checkSigned(world: World): Promise<void> {
  const makers = new Map<string, string>(world.book.allSaved.map(({ mid, by }) => [mid, by]));
  const rows = [
    ...(await world.hub.rows(`audit:${CENTRE}`)),
    ...(await world.hub.rows(`staff:${CENTRE}`)).filter(({ kind }) => kind === 'refusal'),
  ];
  for (const { id: mid, data } of rows) {
    const { by, name } = data as { by: string; name: string };
    const maker = makers.get(mid);
    if (maker !== undefined && by !== maker)
      throw new Violation(`${name} ${mid} of ${maker} is written down as of ${by}`);
  }
}

function allowed(name: string): readonly string[] {
  if (name === 'menu.publish') return ['applied', 'conflict'];
  if (name === 'checkin.claim') return ['applied', 'merged', 'held'];
  if (name === 'notice.post') return ['applied', 'refused'];
  if (name.startsWith('record.')) return ['applied', 'refused'];
  if (name === 'run.start') return ['applied', 'expired'];
  if (name === 'help.raise') return ['applied', 'expired'];
  return ['applied', 'merged'];
}

/** An attendance counts once, if and only if a claim that is not withdrawn exists; a claim is there once. */
async function checkAttendance(world: World, records: ReadonlyMap<Mid, MutationRecord>): Promise<void> {
  const done = (mid: Mid): boolean =>
    ['applied', 'merged', 'held'].includes(records.get(mid)?.result.status ?? '');
  const withdrawn = new Set<unknown>();
  const claims = new Map<string, Mid[]>();
  for (const { mid, name, args } of world.book.allSeen) {
    const given = args as { claim?: string; sessionId?: string; memberId?: string };
    if (!done(mid)) continue;
    if (name === 'checkin.withdraw') withdrawn.add(given.claim);
    if (name !== 'checkin.claim') continue;
    const key = attendanceId(given.sessionId ?? '', given.memberId ?? '');
    claims.set(key, [...(claims.get(key) ?? []), mid]);
  }
  const rows = await everKept(world, `people:${CENTRE}`, 'attendance');
  const byId = new Map(rows.map((row) => [row.id, row.data as unknown as Attendance]));
  const perSession = new Map<string, number>();
  for (const [key, attendance] of byId) {
    const mids = attendance.claims.map((claim) => claim.mid);
    if (new Set(mids).size !== mids.length) throw new Violation(`${key} holds a claim twice`);
    const stranger = mids.find((mid) => !(claims.get(key) ?? []).includes(mid) && !withdrawn.has(mid));
    if (stranger !== undefined) throw new Violation(`${key} holds ${stranger}, which nobody made`);
    if (counts(attendance))
      perSession.set(attendance.sessionId, (perSession.get(attendance.sessionId) ?? 0) + 1);
  }
  for (const [key, mids] of claims) {
    const wanted = mids.some((mid) => !withdrawn.has(mid));
    if (counts(byId.get(key)) !== wanted) {
      throw new Violation(
        `${key} ${wanted ? 'does not count, though a claim stands' : 'counts, though every claim is withdrawn'}`,
      );
    }
  }
  for (const row of await everKept(world, `centre:${CENTRE}`, 'attendanceCount')) {
    const { count } = row.data as { count: number };
    if (count !== (perSession.get(row.id) ?? 0))
      throw new Violation(`${row.id} counts ${count}, not ${perSession.get(row.id) ?? 0}`);
  }
}

/** The rows of a kind that are in their bucket or in the archive; never in both. */
async function everKept(world: World, bucket: string, kind: Kind): Promise<readonly IdRow[]> {
  const live = (await world.hub.rows(bucket)).filter((row) => row.kind === kind);
  const archived = await world.hub.archived(bucket, kind);
  const both = live.find((row) => archived.some((one) => one.id === row.id));
  if (both !== undefined) throw new Violation(`${both.id} is in ${bucket} and in its archive`);
  return [...live, ...archived];
}

/** Each publishing that was applied counts the menu's version up by one: not twice, and none is gone. */
async function checkMenu(world: World, records: ReadonlyMap<Mid, MutationRecord>): Promise<void> {
  const applied = world.book.allSeen.filter(
    ({ mid, name }) => name === 'menu.publish' && records.get(mid)?.result.status === 'applied',
  ).length;
  const row = (await world.hub.rows(`centre:${CENTRE}`)).find(
    (one) => one.kind === 'menu' && one.id === MENU_ID,
  );
  const version = (row?.data as { version: number } | undefined)?.version ?? 0;
  if (version !== applied) throw new Violation(`the menu is version ${version} after ${applied} publishings`);
}

/** The device's rows equal the hub's for its grants, its view equals its base, and nothing else is kept. */
async function checkDevice(world: World, device: SimDevice): Promise<void> {
  const { disk, name } = device;
  const client = clientOn(disk);
  if (client === undefined) throw new Violation(`${name} has no client record`);
  const [grants, wanted] = [[...(client.grants ?? [])].sort(), [...device.grants].sort()];
  if (grants.join() !== wanted.join()) throw new Violation(`${name} thinks it may see ${grants.join()}`);
  let rows = 0;
  for (const bucket of wanted) {
    const record = bucketOn(disk, bucket);
    const held = new Map(
      (disk.list('base', [bucket, record?.gen ?? 0]) as WireRow[]).map((row) => [
        `${row.kind}/${row.id}`,
        JSON.stringify(row.data),
      ]),
    );
    const truth = await world.hub.rows(bucket);
    rows += truth.length;
    for (const row of truth) {
      const mine = held.get(`${row.kind}/${row.id}`);
      if (mine === undefined) throw new Violation(`${name} lacks ${bucket} ${row.kind}/${row.id}`);
      if (mine !== JSON.stringify(row.data))
        throw new Violation(
          `${name} has another ${bucket} ${row.kind}/${row.id}: ${mine} and not ${JSON.stringify(row.data)}`,
        );
      held.delete(`${row.kind}/${row.id}`);
    }
    const [extra] = held.keys();
    if (extra !== undefined) throw new Violation(`${name} still has ${bucket} ${extra}`);
  }
  if (disk.list('base', []).length !== rows) throw new Violation(`${name} keeps rows of an old generation`);
  checkJournal(device);
}

/** What may yet be lost with the hub is on both media, and the journal holds nothing that the store has let go of. */
function checkJournal({ disk, name }: SimDevice): void {
  const kept = disk.list('kept', []).flat() as Entry[];
  const { journal } = disk;
  const missing = kept.find((entry) => !journal.has(entry.mut.mid));
  if (disk.journalWhole && missing !== undefined)
    throw new Violation(`${name} has ${missing.mut.mid} on one medium only`);
  const needed = new Set([...kept.map((entry) => entry.mut.mid), ...disk.forgetting]);
  const left = [...journal].find((mid) => !needed.has(mid));
  if (left !== undefined) throw new Violation(`the journal of ${name} still holds ${left}, which is safe`);
}
