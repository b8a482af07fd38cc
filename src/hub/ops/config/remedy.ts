import type { ErrorObject } from 'ajv';
import { found, wanted, type FieldSchema } from './field-words.ts';
import { nearest } from './nearest.ts';

/** One thing wrong in a file, for whoever wrote it. */
export interface Violation {
  /** The path in it, `/panel/widthPx`; empty for the whole file. */
  readonly path: string;
  /** What to do, in both languages. */
  readonly remedy: string;
}

/** What the validator found wrong, as places and remedies: one a value, however many of its rules it breaks. */
export function violations(errors: readonly ErrorObject[]): readonly Violation[] {
  const told = new Map<string, ErrorObject>();
  const all: Violation[] = [];
  for (const error of errors) {
    const ofShape = remedyOfShape(error);
    if (ofShape === null) continue;
    if (ofShape !== undefined) all.push({ path: error.instancePath, remedy: ofShape });
    // Of the rules of a value that may be null too, the last names both ways.
    else if (error.keyword === 'anyOf' || !told.has(error.instancePath)) told.set(error.instancePath, error);
  }
  for (const [path, { parentSchema, data }] of told)
    all.push({ path, remedy: remedyOfValue(parentSchema, data) });
  return all;
}

/** Of a field nobody knows, or that is missing; null where the one has been written for the other. */
function remedyOfShape({ keyword, params, parentSchema, data }: ErrorObject): string | null | undefined {
  const { properties = {} }: FieldSchema = parentSchema ?? {};
  const there = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const missing = Object.keys(properties).filter((field) => !there.includes(field));
  if (keyword === 'required') {
    const name = String(params['missingProperty']);
    const unknown = there.filter((field) => !(field in properties));
    if (unknown.some((field) => nearest(field, missing) === name)) return null;
    const { zh, en } = wanted(properties[name] ?? {});
    return `加上 "${name}"，${zh} / add "${name}": ${en}`;
  }
  if (keyword !== 'additionalProperties') return undefined;
  const name = String(params['additionalProperty']);
  const meant = nearest(name, missing);
  return meant === undefined
    ? `没有 "${name}" 这一项，请去掉 / remove "${name}": there is no such field`
    : `没有 "${name}" 这一项，请改成 "${meant}" / write "${meant}" instead of "${name}"`;
}

function remedyOfValue(schema: FieldSchema = {}, value: unknown): string {
  const { zh, en } = wanted(schema);
  const is = found(value);
  const meant = typeof value === 'string' ? nearest(value, schema.enum ?? []) : undefined;
  return meant === undefined
    ? `${zh}，现在是 ${is.zh} / ${en}, not ${is.en}`
    : `请改成 "${meant}"；${zh}，现在是 ${is.zh} / write "${meant}"; ${en}, not ${is.en}`;
}
