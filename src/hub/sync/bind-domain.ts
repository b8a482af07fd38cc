import { Ajv, type ValidateFunction } from 'ajv';
import { mutations } from '../../features/registry.ts';
import { argSchemas } from '../../features/schemas.ts';
import { mutationBook, type BindMutation, type ValidateArgs } from '../../protocol/hub/mutation-book.ts';

const ajv = new Ajv({ allErrors: false, strict: false });
const compiled = new Map<string, ValidateFunction>();
const schemas = new Map<string, object>(Object.entries(argSchemas));

/** Compiled at the first use, once a process. */
const validateArgs: ValidateArgs = (name, _v, args) => {
  const schema = schemas.get(name);
  if (schema === undefined) return `${name} has no schema`;
  let validate = compiled.get(name);
  if (validate === undefined) compiled.set(name, (validate = ajv.compile(schema)));
  if (validate(args)) return null;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath ?? ''} ${first?.message ?? 'not as agreed'}`.trim();
};

/** The domain's mutations with the schemas of their arguments. */
export const bindDomain = (): BindMutation => mutationBook(mutations, validateArgs);
