import { Ajv, type ValidateFunction } from 'ajv';
import { noteClone } from '../../features/devices/model/reports.ts';
import { recordDeed, recordRefusal } from '../../features/records/model/endings.ts';
import { mutations, reports } from '../../features/registry.ts';
import { argSchemas, reportSchemas } from '../../features/schemas.ts';
import { id } from '../../kernel/ids.ts';
import type { AnyTakeReport, ReportContext } from '../../kernel/report.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import type { Ending, HouseRules } from '../../protocol/hub/house-rules.ts';
import { mutationBook, type ValidateArgs } from '../../protocol/hub/mutation-book.ts';

const ajv = new Ajv({ allErrors: false, strict: false });

/** Validators of a list of schemas by name, each compiled at its first use, once a process. */
function validators(schemas: object): (name: string) => ValidateFunction | undefined {
  const known = new Map<string, object>(Object.entries(schemas));
  const compiled = new Map<string, ValidateFunction>();
  return (name) => {
    const schema = known.get(name);
    if (schema === undefined) return undefined;
    let validate = compiled.get(name);
    if (validate === undefined) compiled.set(name, (validate = ajv.compile(schema)));
    return validate;
  };
}

const argsOf = validators(argSchemas);
const reportOf = validators(reportSchemas);

const validateArgs: ValidateArgs = (name, _v, args) => {
  const validate = argsOf(name);
  if (validate === undefined) return `${name} has no schema`;
  if (validate(args)) return null;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath ?? ''} ${first?.message ?? 'not as agreed'}`.trim();
};

/** The rules of this house: its nouns' changes, records and reports. */
export const houseRules = (): HouseRules => ({
  bind: mutationBook(mutations, validateArgs),
  utcOffsetMinutes: async (tx, centreId) => utcOffsetOf(await tx.get('centre', 'centre', centreId)),
  noteEnding,
  noteClone,
  takeReport: async (tx, actor, report, nowMs) => {
    if (!isReport(report)) return false;
    const take = takers.get(report.type);
    if (take === undefined || reportOf(report.type)?.(report) !== true) return false;
    await take(tx, report, { deviceId: id(actor.deviceId), nowMs, agoMs: agoOf(report) });
    return true;
  },
});

async function noteEnding(tx: RowTx, ending: Ending): Promise<void> {
  const { actor, wanted, result, touched, nowMs } = ending;
  const asked = { mid: wanted.mid, name: wanted.name, actor, nowMs };
  switch (result.status) {
    case 'applied':
    case 'merged':
      if (actor.type !== 'device') await recordDeed(tx, asked, touched);
      return;
    case 'conflict':
      return recordRefusal(tx, asked, {
        status: 'conflict',
        code: 'conflict',
        detail: `version ${result.current} stands`,
      });
    case 'refused':
    case 'expired':
      return recordRefusal(tx, asked, { status: result.status, code: result.code, detail: result.detail });
    case 'held':
  }
}

/** What a report says is checked by its schema before it is taken, which is what gives it its type. */
type TakeChecked = (tx: RowTx, report: { readonly type: string }, ctx: ReportContext) => Promise<void>;
const takers = new Map<string, TakeChecked>(
  Object.entries<AnyTakeReport>(reports).map(([type, take]) => [type, take as TakeChecked]),
);

const isReport = (report: unknown): report is { readonly type: string; readonly agoMs?: unknown } =>
  typeof report === 'object' && report !== null && 'type' in report && typeof report.type === 'string';

const agoOf = ({ agoMs }: { readonly agoMs?: unknown }): number =>
  typeof agoMs === 'number' && agoMs > 0 ? agoMs : 0;
