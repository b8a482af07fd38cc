import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler, FastifyTypeProvider } from 'fastify';
import type { Static, TSchema } from 'typebox';

/** Gives handlers the types of their typebox schemas. */
export interface TypeBoxProvider extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

/**
 * Schemas may say what ajv does not know; a number is one (JSON can say `1e999`). They are the code's own: to hold them
 * against the schema of schemas takes each start as long as to compile them. To polish what it has compiled takes as long
 * again, and V8 does that itself to what is used often.
 */
const lax = { strict: false, strictNumbers: true, validateSchema: false, code: { optimize: false } };
/** Bodies are taken as they are: no coercion, no silent dropping of fields. */
const strict = new Ajv({ allErrors: false, ...lax });
/** What stands in an address is text: numbers in it are read as numbers. */
const fromText = new Ajv({ allErrors: false, ...lax, coerceTypes: true });

/** Validates each part of a request by its schema. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) =>
  httpPart === 'body' ? strict.compile(schema) : fromText.compile(schema);

/** For files people write: every violation, with the value and its schema. */
const all = new Ajv({ allErrors: true, verbose: true, ...lax });

/** A validator of a noun's schema that finds every violation, with the value and its schema, for files people write. */
export function thorough<T>(schema: TSchema): ValidateFunction<T> {
  return all.compile<T>(schema);
}
