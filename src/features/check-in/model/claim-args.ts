import type { Json } from '../../../kernel/json.ts';
import { fieldsOf } from '../../../kernel/versions.ts';

/** The first version did not say what the device had before it when the claim was made. */
export const withoutSeen = (old: Json): Json => ({ seen: null, ...fieldsOf(old) });
