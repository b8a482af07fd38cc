import { ClockField, DateField, IdField, MediaRef } from '../../../kernel/fields.schema.ts';
import { isOfSeen } from '../../../kernel/seen-text.ts';

/** As much of a field's JSON Schema as can be said in words. */
export interface FieldSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly anyOf?: readonly FieldSchema[];
  readonly [otherKeyword: string]: unknown;
}

/** The same in both languages of whoever may be reading. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What to write in a field, `写成 11:00 这样` / `write a time like "11:00"`. */
export function wanted(schema: FieldSchema): Words {
  const [one, ...others] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  if (one !== undefined) {
    const { zh, en } = wanted(one);
    return others.length === 0 ? { zh: `${zh}，或者写 null`, en: `${en}, or null` } : ANYTHING;
  }
  if (schema.enum !== undefined) {
    const words = schema.enum.map((word) => `"${word}"`).join('、');
    return { zh: `只能写 ${words}`, en: 'write one of these' };
  }
  if (schema.pattern !== undefined && !isOfSeen(schema.pattern))
    return patterns.get(schema.pattern) ?? ANYTHING;
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return { zh: '写 true 或 false，不加引号', en: 'write true or false without quotes' };
    case 'array':
      return list(schema);
    case 'object': {
      const fields = Object.keys(schema.properties ?? {}).map((name) => `"${name}"`);
      return {
        zh: `写成 { … }，里面有 ${fields.join('、')}`,
        en: 'write these fields in { braces }',
      };
    }
    default:
      return ANYTHING;
  }
}

const ANYTHING: Words = { zh: '照旁边的 *.schema.json 写', en: 'write it as the *.schema.json beside says' };

const patterns = new Map<string | undefined, Words>([
  [patternOf(ClockField), { zh: '写成 11:00 这样', en: 'write a time like "11:00"' }],
  [patternOf(DateField), { zh: '写成 2026-11-22 这样', en: 'write a date like "2026-11-22"' }],
  [
    patternOf(IdField('any')),
    {
      zh: '写成 lobby-kiosk 这样：1 到 80 个字母、汉字或数字，中间可以有 . _ @ : / + -，没有空格',
      en: 'write an id like "lobby-kiosk": 1 to 80 letters or digits, with . _ @ : / + - among them, without spaces',
    },
  ],
  [
    patternOf(MediaRef),
    { zh: '写文件的 SHA-256：64 个 0-9、a-f', en: "write the file's SHA-256: 64 of 0-9 and a-f" },
  ],
]);

/** The types of fields do not say that they have a pattern; their values do. */
function patternOf(schema: object): string | undefined {
  return 'pattern' in schema && typeof schema.pattern === 'string' ? schema.pattern : undefined;
}

function text({ minLength = 0, maxLength, pattern }: FieldSchema): Words {
  const [zh, en] =
    maxLength === undefined
      ? ['', '']
      : [` ${minLength} 到 ${maxLength} 个字的`, ` of ${minLength} to ${maxLength} characters`];
  return {
    zh: `写一段${zh}文字，加引号${pattern === undefined ? '' : '，里面没有看不见的字符'}`,
    en: `write a text${en} in quotes${pattern === undefined ? '' : ', of characters that can be seen'}`,
  };
}

function number({ type, minimum, maximum }: FieldSchema): Words {
  const [kindZh, kindEn] = type === 'integer' ? ['整数', 'whole number'] : ['数', 'number'];
  if (minimum === undefined)
    return { zh: `写一个${kindZh}，不加引号`, en: `write a ${kindEn} without quotes` };
  return maximum === undefined
    ? {
        zh: `写不小于 ${minimum} 的${kindZh}，不加引号`,
        en: `write a ${kindEn} from ${minimum} up, without quotes`,
      }
    : {
        zh: `写 ${minimum} 到 ${maximum} 的${kindZh}，不加引号`,
        en: `write a ${kindEn} from ${minimum} to ${maximum} without quotes`,
      };
}

function list({ minItems = 0, maxItems }: FieldSchema): Words {
  return maxItems === undefined
    ? { zh: '写成 [ … ]', en: 'write a list in [ brackets ]' }
    : {
        zh: `写成 [ … ]，里面 ${minItems} 到 ${maxItems} 项`,
        en: `write ${minItems} to ${maxItems} entries in [ brackets ]`,
      };
}

/** A value as it stands in the file, as far as a line takes it. */
export function found(value: unknown): Words {
  if (Array.isArray(value)) return { zh: `${value.length} 项`, en: `${value.length} entries` };
  if (typeof value === 'string' && [...value].length > LONGEST) {
    const length = [...value].length;
    return { zh: `${length} 个字`, en: `${length} characters` };
  }
  if (typeof value === 'object' && value !== null) return { zh: '{ … }', en: '{ … }' };
  const json = JSON.stringify(value);
  return { zh: json, en: json };
}

const LONGEST = 30;
