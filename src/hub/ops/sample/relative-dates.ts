import Type, { type TSchema } from 'typebox';
import { DateField } from '../../../kernel/fields.schema.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';

const RELATIVE = /^today([+-]\d{1,4})?$/;

/**
 * A value of a sample file with its relative dates (`today`, `today-30`, `today+7`) as days. Only where the schema
 * wants a date, so that no text, whatever it says, is ever taken for one; all else is left to the schema's check.
 */
export function withDates(schema: TSchema, value: unknown, today: CivilDate): unknown {
  if (Type.IsUnion(schema))
    return schema.anyOf.reduce((done: unknown, one: TSchema) => withDates(one, done, today), value);
  if (typeof value === 'string') return isDate(schema) ? dayOf(value, today) : value;
  if (Array.isArray(value)) {
    if (!Type.IsArray(schema)) return value;
    return value.map((one: unknown) => withDates(schema.items, one, today));
  }
  if (typeof value !== 'object' || value === null || !Type.IsObject(schema)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]: [string, unknown]) => {
      const wanted = schema.properties[field];
      return [field, wanted === undefined ? one : withDates(wanted, one, today)];
    }),
  );
}

const patternOf = (schema: TSchema): unknown => ('pattern' in schema ? schema.pattern : undefined);
const isDate = (schema: TSchema): boolean => patternOf(schema) === patternOf(DateField);

function dayOf(text: string, today: CivilDate): string {
  const match = RELATIVE.exec(text);
  return match === null ? text : addDays(today, Number(match[1] ?? 0));
}
