import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { noteClone } from '../../features/devices/model/reports.ts';
import { recordDeed, recordRefusal, whoMade, type Asked } from '../../features/records/model/endings.ts';
import { isOfFormer } from '../../features/records/model/forget-asked.ts';
import type { Refusal } from '../../features/records/model/refusal.ts';
import { follows, mutations, reports } from '../../features/registry.ts';
import { argSchemas, reportSchemas } from '../../features/schemas.ts';
import { problemText, type FieldProblem } from '../../kernel/check.ts';
import { id, type CentreId } from '../../kernel/ids.ts';
import type { Json } from '../../kernel/json.ts';
import { isOfSeen } from '../../kernel/seen-text.ts';
import type { AnyTakeReport, ReportContext } from '../../kernel/report.ts';
import type { AnyMutation, RowTx } from '../../kernel/mutation.ts';
import { utcOffsetOf, type TimeReading } from '../../kernel/time.ts';
import type { Ended, Ending, Held, HouseRules } from '../../protocol/hub/house-rules.ts';
import { againstWhatHolds } from './drafted.ts';
import { mutationBook, type Follows, type ValidateArgs } from '../../protocol/hub/mutation-book.ts';

const options = { allErrors: false, strict: false, validateSchema: false, code: { optimize: false } };
const ajv = new Ajv(options);
/** Takes out of what it is given the fields that the schema does not know. */
const overlooking = new Ajv({ ...options, removeAdditional: true });

/** Validators of a list of schemas by name, each compiled at its first use, once a process. */
function validators(schemas: object, by = ajv): (name: string) => ValidateFunction | undefined {
  const known = new Map<string, object>(Object.entries(schemas));
  const compiled = new Map<string, ValidateFunction>();
  return (name) => {
    const schema = known.get(name);
    if (schema === undefined) return undefined;
    let validate = compiled.get(name);
    if (validate === undefined) compiled.set(name, (validate = by.compile(schema)));
    return validate;
  };
}

const argsOf = validators(argSchemas);
const knownArgsOf = validators(argSchemas, overlooking);
const reportOf = validators(reportSchemas);
const knownReportOf = validators(reportSchemas, overlooking);

const validateArgs: ValidateArgs = (name, args) => {
  const validate = argsOf(name);
  if (validate === undefined) return { detail: `${name} has no schema` };
  if (validate(args)) return null;
  const detail = problemText((validate.errors ?? []).map(problemOf));
  return { detail, isNewer: knownArgsOf(name)?.(structuredClone(args)) === true };
};

/** What is wrong with one field of the arguments, for a person who may mend it. */
function problemOf({ instancePath, keyword, params }: ErrorObject): FieldProblem {
  const field = instancePath.slice(1).replaceAll('/', '.');
  switch (keyword) {
    case 'maxLength':
      return { field, code: `longer-than-${String(params['limit'])}` };
    case 'minLength':
      return { field, code: 'empty' };
    case 'required':
      return { field: [field, String(params['missingProperty'])].filter(Boolean).join('.'), code: 'missing' };
    case 'pattern':
      return { field, code: isOfSeen(params['pattern']) ? 'unseen' : 'not-right' };
    default:
      return { field, code: 'not-right' };
  }
}

/** The arguments are checked by the schema of the change that is followed, which is what gives them their type. */
const followed = follows as unknown as Follows;

/** The rules of this house: its nouns' changes, records and reports. */
export const houseRules = (): HouseRules => ({
  bind: mutationBook(mutations, validateArgs, followed),
  utcOffsetMinutes: async (tx, centreId) => utcOffsetOf(await tx.get('centre', 'centre', centreId)),
  noteEnding,
  heldOf,
  isHeld: async (tx, mid) => (await shelfOfHeld(tx, mid)) !== undefined,
  noteHeldEnded,
  noteClone,
  takeReport: async (tx, actor, report, { nowMs, isSure }) => {
    if (!isReport(report)) return false;
    const take = takers.get(report.type);
    const said = asKnown(report);
    if (take === undefined || said === null) return false;
    const by = actor.type === 'staff' ? { by: actor.name } : {};
    await take(tx, said, { deviceId: id(actor.deviceId), ...by, nowMs, isSure, agoMs: agoOf(said) });
    return true;
  },
});

async function noteEnding(
  tx: RowTx,
  { actor, wanted, outcome, touched, changes, nowMs }: Ending,
): Promise<void> {
  const asked = askedIn(actor, wanted, nowMs);
  if (outcome.status === 'applied' || outcome.status === 'merged') {
    if (actor.type !== 'device')
      await (known.get(wanted.name)?.forgets === true
        ? recordDeed(tx, asked, touched.slice(0, 1), [])
        : recordDeed(tx, asked, touched, await againstWhatHolds(tx, changes)));
    if (outcome.doubt === undefined) return;
  }
  const where = toldTo(wanted.name);
  const isForgotten =
    (outcome.status === 'refused' && outcome.forgotten === true) || (await isOfFormer(tx, wanted.args));
  await recordRefusal(tx, where, isForgotten ? { ...asked, args: null } : asked, whyOf(outcome));
}

/** What has been held waits no longer: it is done, or waits for a person instead. */
async function noteHeldEnded(
  tx: RowTx,
  { actor, wanted, outcome, touched, changes, nowMs }: Ending,
): Promise<void> {
  const asked = askedIn(actor, wanted, nowMs);
  const shelf = await shelfOfHeld(tx, wanted.mid);
  if (shelf !== undefined) await tx.remove(shelf, 'refusal', wanted.mid);
  await noteEnding(tx, { actor, wanted, outcome, touched, changes, nowMs });
  if (actor.type === 'device' && (outcome.status === 'applied' || outcome.status === 'merged'))
    await recordDeed(tx, asked, touched, changes);
}

const stillHeld = ({ status, settled }: Refusal): boolean => status === 'held' && settled === null;

/** Where those are told who may see it; builds before this one told of all that was held in the first. */
const shelves = ['people', 'staff'] as const;

async function shelfOfHeld(tx: RowTx, mid: string): Promise<(typeof shelves)[number] | undefined> {
  for (const shelf of shelves) {
    const record = await tx.get(shelf, 'refusal', mid);
    if (record !== undefined && stillHeld(record)) return shelf;
  }
  return undefined;
}

/** What is held of a centre, oldest first. */
async function heldOf(tx: RowTx, centreId: CentreId): Promise<readonly Held[]> {
  const held: Refusal[] = [];
  for (const shelf of shelves) held.push(...(await tx.list(shelf, 'refusal')).filter(stillHeld));
  return held
    .sort((a, b) => a.receivedAtMs - b.receivedAtMs || (a.id < b.id ? -1 : 1))
    .flatMap((record) => {
      const actor = whoMade(record, centreId);
      if (actor === null) return [];
      const { id: mid, name, v, args, madeAtMs, timeQuality, receivedAtMs } = record;
      const madeAt: TimeReading =
        madeAtMs === null || timeQuality === 'unknown'
          ? { quality: 'unknown', nowMs: null }
          : { quality: timeQuality, nowMs: madeAtMs };
      return [{ actor, receivedAtMs, wanted: { mid, name, v, args, madeAt, age: null, wrong: null } }];
    });
}

/** What is not known may hold anything: only those who know the people are told. */
const UNKNOWN_TOLD_TO = 'people';
const known: ReadonlyMap<string, AnyMutation> = new Map(Object.entries<AnyMutation>(mutations));
const toldTo = (name: string): 'people' | 'staff' => known.get(name)?.toldTo ?? UNKNOWN_TOLD_TO;

const askedIn = (actor: Ending['actor'], wanted: Ending['wanted'], nowMs: number): Asked => ({
  mid: wanted.mid,
  name: wanted.name,
  v: wanted.v,
  args: writable(wanted.args),
  actor,
  madeAt: wanted.madeAt,
  nowMs,
});

/** What came as JSON is JSON, unless it is nested deeper than it can be written down again. */
function writable(args: unknown): Json {
  try {
    return JSON.parse(JSON.stringify(args ?? null));
  } catch {
    return null;
  }
}

function whyOf(outcome: Ended): Pick<Refusal, 'status' | 'code' | 'detail'> {
  switch (outcome.status) {
    case 'applied':
    case 'merged':
      return { status: 'done', code: outcome.doubt?.code ?? '-', detail: outcome.doubt?.detail ?? '-' };
    case 'conflict':
      return { status: 'conflict', code: 'conflict', detail: `version ${outcome.current} stands` };
    case 'held':
      return { status: 'held', code: 'held', detail: '-' };
    case 'refused':
    case 'expired':
      return { status: outcome.status, code: outcome.code, detail: outcome.detail };
  }
}

/** What a report says is checked by its schema before it is taken, which is what gives it its type. */
type TakeChecked = (tx: RowTx, report: { readonly type: string }, ctx: ReportContext) => Promise<void>;
const takers = new Map<string, TakeChecked>(
  Object.entries<AnyTakeReport>(reports).map(([type, take]) => [type, take as TakeChecked]),
);

interface Said {
  readonly type: string;
  readonly agoMs?: unknown;
}

/** A report without what only newer builds say in one: it is said again each minute, and what is known of it counts. */
function asKnown(report: Said): Said | null {
  if (reportOf(report.type)?.(report) === true) return report;
  const known = structuredClone(report);
  return knownReportOf(report.type)?.(known) === true ? known : null;
}

const isReport = (report: unknown): report is Said =>
  typeof report === 'object' && report !== null && 'type' in report && typeof report.type === 'string';

const agoOf = ({ agoMs }: { readonly agoMs?: unknown }): number =>
  typeof agoMs === 'number' && agoMs > 0 ? agoMs : 0;
