import type { Chance } from '../../sim/random.ts';

/** As much of JSON Schema as the hub's own documents use. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** What stands in a centre: words that a field of some name would hold. */
export type Known = (field: string) => readonly string[];

/** Texts for what has no better: of every form there is a pattern for. */
const WORDS = [
  '王阿姨',
  '一楼餐厅 main hall',
  'baduanjin',
  '08:30',
  '2026-11-28',
  '2026-11',
  '13800001234',
  '135790',
  'Zx81-kq',
  'a'.repeat(64),
  'Zx81_kqAbCdEfGhIjKlMnOpQrStUvWxYz0123456789-AbC',
] as const;

/** A value that a schema takes, with what is known of the centre in its place. */
export function made(schema: Schema, field: string, known: Known, chance: Chance): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return chance.pick(schema.enum);
  if (schema.anyOf !== undefined) return made(chance.pick(schema.anyOf), field, known, chance);
  switch (schema.type) {
    case 'object': {
      const all = Object.entries(schema.properties ?? {});
      const some = all.filter(([name]) => schema.required?.includes(name) === true || chance.is(0.6));
      return Object.fromEntries(some.map(([name, one]) => [name, made(one, name, known, chance)]));
    }
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 4 } = schema;
      if (Array.isArray(items)) return items.map((one) => made(one, field, known, chance));
      const count = chance.between(minItems, Math.max(minItems, Math.min(maxItems, minItems + 3)));
      return Array.from({ length: count }, () => made(items as Schema, field, known, chance));
    }
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = Math.max(minimum, Date.now()) } = schema;
      const near = Math.min(maximum, minimum + 120);
      return chance.pick([minimum, near, chance.between(minimum, near), Math.min(maximum, Date.now())]);
    }
    case 'boolean':
      return chance.is(0.5);
    case 'null':
      return null;
    case 'string': {
      const fits = (word: string): boolean =>
        word.length >= (schema.minLength ?? 0) &&
        word.length <= (schema.maxLength ?? Infinity) &&
        (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(word));
      const of = known(field).filter(fits);
      const words = of.length > 0 && chance.is(0.9) ? of : WORDS.filter(fits);
      return words.length > 0 ? chance.pick(words) : '';
    }
    default:
      return { any: chance.pick(WORDS) };
  }
}

const BENT: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e王',
  '__proto__',
  'constructor',
  "x' or 1=1 --",
  '../../hub.sqlite',
  '9999-12-31',
  '0000-01-01',
  '2026-02-31',
  '24:00',
  'x'.repeat(3000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  { constructor: { prototype: { x: 1 } } },
];

/** The same value with one thing of it changed, however deep it lies: another kind, gone, doubled, or one too many. */
export function bent(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && chance.is(0.8)) {
    const at = chance.between(0, value.length - 1);
    const how = chance.between(0, 9);
    if (how === 0) return [...value, value[at]];
    if (how === 1) return value.filter((_, n) => n !== at);
    return value.map((one, n) => (n === at ? bent(one, chance) : one));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && chance.is(0.9)) {
    const fields = Object.entries(value);
    if (fields.length === 0) return chance.pick(BENT);
    const [name] = chance.pick(fields);
    const how = chance.between(0, 9);
    if (how === 0) return { ...value, [`${name}X`]: chance.pick(BENT) };
    if (how === 1) return Object.fromEntries(fields.filter(([one]) => one !== name));
    return Object.fromEntries(fields.map(([one, of]) => [one, one === name ? bent(of, chance) : of]));
  }
  if (typeof value === 'number' && chance.is(0.5)) return value + chance.pick([-1, 1, 0.5, 1e9, -1e9]);
  if (typeof value === 'string' && chance.is(0.3))
    return value + chance.pick(['\u200b', ' ', '\n', value, '/..']);
  return chance.pick(BENT);
}
