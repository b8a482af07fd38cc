import { mutations } from '../../registry.ts';
import type { Json } from '../../../kernel/json.ts';
import type { AnyMutation } from '../../../kernel/mutation.ts';
import { fieldsOf, upcast } from '../../../kernel/versions.ts';
import type { Refusal } from '../model/refusal.ts';

const known: ReadonlyMap<string, AnyMutation> = new Map(Object.entries<AnyMutation>(mutations));

/** What was asked, as this build would ask it. */
export function currentArgs({ name, v, args }: Refusal): { readonly v: number; readonly args: Json } {
  const mutation = known.get(name);
  if (mutation === undefined || mutation.v < v) return { v, args };
  return { v: mutation.v, args: upcast(args, v, mutation.v, mutation.upcasters) };
}

/**
 * The text at a path of the arguments; null where there is none. A noun's own rules name a field within the one thing
 * that is given (`phone`), the schema from the top (`member.phone`).
 */
export function fieldAt(refusal: Refusal, path: string): string | null {
  const { args } = currentArgs(refusal);
  const found = valueAt(args, path);
  if (typeof found === 'string') return found;
  const inner = valueAt(args, insideOf(args, path));
  return typeof inner === 'string' ? inner : null;
}

/** The arguments with another text at a path. */
export function withField(args: Json, path: string, text: string): Json {
  const whole = valueAt(args, path) === undefined ? insideOf(args, path) : path;
  return put(args, whole.split('.'), text);
}

/** A path within the first thing that is given. */
function insideOf(args: Json, path: string): string {
  const [thing] = Object.entries(fieldsOf(args)).find(([, value]) => path in fieldsOf(value)) ?? [];
  return thing === undefined ? path : `${thing}.${path}`;
}

const valueAt = (args: Json, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((at, word) => (at === undefined ? at : fieldsOf(at)[word]), args);

function put(at: Json, [word, ...rest]: readonly string[], text: string): Json {
  if (word === undefined) return text;
  const fields = fieldsOf(at);
  return { ...fields, [word]: put(fields[word] ?? {}, rest, text) };
}
