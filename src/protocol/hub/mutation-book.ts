import type {
  Mutation,
  MutationContext,
  Outcome,
  RowTx,
  Role,
  DeviceKind,
  Validity,
} from '../../kernel/mutation.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** Every mutation by name, as `domain/mutations.ts` lists them, with their arguments' types forgotten. */
type Registry = Readonly<Record<string, Mutation<string, unknown>>>;

/** Says what is wrong with a mutation's arguments, or null. Its answer is what gives `args` their type. */
export type ValidateArgs = (name: string, v: number, args: unknown) => string | null;

/** A mutation with arguments that have been found valid. */
export interface Bound {
  readonly by: readonly (Role | DeviceKind)[];
  readonly validFor: Validity | undefined;
  apply(tx: RowTx, ctx: MutationContext): Promise<Outcome>;
}

interface Unbound {
  readonly code: 'unknown-mutation' | 'unknown-version' | 'bad-args';
  readonly detail: string;
}

/** Looks a named change up; unknown names and versions are refused, loudly. */
export type BindMutation = (name: string, v: number, args: unknown) => Result<Bound, Unbound>;

export const mutationBook =
  (registry: Registry, validate: ValidateArgs): BindMutation =>
  (name, v, args) => {
    const mutation = Object.prototype.hasOwnProperty.call(registry, name) ? registry[name] : undefined;
    if (mutation === undefined) return err({ code: 'unknown-mutation', detail: `this hub knows no ${name}` });
    if (mutation.v !== v) {
      return err({
        code: 'unknown-version',
        detail: `this hub knows ${name} in version ${mutation.v}, not ${v}`,
      });
    }
    const wrong = validate(name, v, args);
    if (wrong !== null) return err({ code: 'bad-args', detail: wrong });
    return ok({
      by: mutation.by,
      validFor: mutation.validFor,
      apply: (tx, ctx) => mutation.apply(tx, args, ctx),
    });
  };
