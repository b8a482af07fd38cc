import type { RowOf } from '../../../kernel/rows.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { t, type TKey } from '../../../i18n/index.ts';
import type { Names } from './record-words.ts';

type Changed = NonNullable<RowOf<'audit'>['changed']>[number];
type Value = Changed['before'];

/** What a field is called, and how what stands in it reads; nothing where it is not for reading. */
interface Field {
  readonly word: TKey;
  readonly say?: (value: NonNullable<Value>) => string;
}

const asItIs = (value: NonNullable<Value>): string => String(value);
const yuan = (value: NonNullable<Value>): string =>
  typeof value === 'number' ? t('staff.records.value.yuan', { yuan: formatPrice(value) }) : String(value);
const yesOrNo = (value: NonNullable<Value>): string =>
  value === true ? t('staff.records.value.yes') : t('staff.records.value.no');

/** The fields a person reads, by their name in the rows. What is not here is counted and not told. */
const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['name', { word: 'staff.records.field.name', say: asItIs }],
  ['title', { word: 'staff.records.field.title', say: asItIs }],
  ['body', { word: 'staff.records.field.body', say: asItIs }],
  ['summary', { word: 'staff.records.field.summary', say: asItIs }],
  ['text', { word: 'staff.records.field.text', say: asItIs }],
  ['reason', { word: 'staff.records.field.reason', say: asItIs }],
  ['note', { word: 'staff.records.field.note', say: asItIs }],
  ['phone', { word: 'staff.records.field.phone', say: asItIs }],
  ['emergencyNumber', { word: 'staff.records.field.phone', say: asItIs }],
  ['hotline', { word: 'staff.records.field.phone', say: asItIs }],
  ['place', { word: 'staff.records.field.place', say: asItIs }],
  ['room', { word: 'staff.records.field.room', say: asItIs }],
  ['hours', { word: 'staff.records.field.hours', say: asItIs }],
  ['start', { word: 'staff.records.field.start', say: asItIs }],
  ['from', { word: 'staff.records.field.start', say: asItIs }],
  ['to', { word: 'staff.records.field.end', say: asItIs }],
  ['until', { word: 'staff.records.field.end', say: asItIs }],
  ['date', { word: 'staff.records.field.date', say: asItIs }],
  ['reviewedOn', { word: 'staff.records.field.reviewedOn', say: asItIs }],
  ['expiresOn', { word: 'staff.records.field.expiresOn', say: asItIs }],
  ['capacity', { word: 'staff.records.field.capacity', say: asItIs }],
  ['minutes', { word: 'staff.records.field.minutes', say: asItIs }],
  ['count', { word: 'staff.records.field.count', say: asItIs }],
  ['priceFen', { word: 'staff.records.field.price', say: yuan }],
  ['smallPriceFen', { word: 'staff.records.field.smallPrice', say: yuan }],
  ['soldOut', { word: 'staff.records.field.soldOut', say: yesOrNo }],
  ['active', { word: 'staff.records.field.active', say: yesOrNo }],
  ['locked', { word: 'staff.records.field.locked', say: yesOrNo }],
  ['withdrawn', { word: 'staff.records.field.withdrawn', say: yesOrNo }],
  ['role', { word: 'staff.records.field.role', say: roleOf }],
  ['tags', { word: 'staff.records.field.tags' }],
  ['allergens', { word: 'staff.records.field.allergens' }],
  ['weekdays', { word: 'staff.records.field.weekdays' }],
  ['photo', { word: 'staff.records.field.photo' }],
]);

const roles: ReadonlyMap<Value, TKey> = new Map<Value, TKey>([
  ['manager', 'staff.role.manager'],
  ['canteen', 'staff.role.canteen'],
  ['leader', 'staff.role.leader'],
  ['advisor', 'staff.role.advisor'],
  ['viewer', 'staff.role.viewer'],
]);

function roleOf(value: NonNullable<Value>): string {
  const key = roles.get(value);
  return key === undefined ? '' : t(key);
}

/** What was different, a line each: 红烧肉 价格：12 元 → 15 元. What has no words is counted in the last line. */
export function changedWords(
  { changed = [], moreChanged = 0 }: RowOf<'audit'>,
  names: Names,
): readonly string[] {
  const lines = changed.map((one) => lineOf(one, names));
  const told = [...new Set(lines.filter((line): line is string => line !== null))];
  const more = lines.filter((line) => line === null).length + moreChanged;
  // Of what is told by nothing but its bookkeeping there is nothing more to say.
  return more === 0 || told.length === 0 ? told : [...told, t('staff.records.moreChanged', { count: more })];
}

function lineOf({ path, before, after }: Changed, names: Names): string | null {
  const field = fields.get(path[path.length - 1] ?? '');
  if (field === undefined) return null;
  const of = path.map((one) => names.get(`dish/${one}`)).find((name) => name !== undefined);
  const what = of === undefined ? t(field.word) : `${of} ${t(field.word)}`;
  const { say } = field;
  if (say === undefined) return t('staff.records.changedField', { what });
  const told = (value: Value): string => (value === null ? '' : say(value)) || t('staff.records.value.none');
  return t('staff.records.fromTo', { what, before: told(before), after: told(after) });
}
