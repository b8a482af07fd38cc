import type {
  Mutation,
  MutationContext,
  Outcome,
  Role,
  DeviceKind,
  Validity,
} from '../../kernel/mutation.ts';
import type { FollowTx } from '../../kernel/noun.ts';
import type { Json } from '../../kernel/json.ts';
import { upcast } from '../../kernel/versions.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** Every mutation by name, as the registry of nouns lists them, with their arguments' types forgotten. */
type Registry = Readonly<Record<string, Mutation<string, unknown>>>;

/** What is wrong with arguments; `isNewer` where that is only that they say more than this build knows. */
interface Wrong {
  readonly detail: string;
  readonly isNewer?: boolean;
}

/** Says what is wrong with a mutation's arguments, or null. Its answer is what gives `args` their type. */
export type ValidateArgs = (name: string, args: unknown) => Wrong | null;

/** What is to be done once a change of a name is applied, with its arguments' types forgotten. */
export type Follows = readonly (readonly [
  name: string,
  follow: (tx: FollowTx, args: unknown, ctx: MutationContext) => Promise<void>,
])[];

/** A mutation with arguments that have been found valid. */
export interface Bound {
  readonly by: readonly (Role | DeviceKind)[];
  readonly validFor: Validity | undefined;
  apply(tx: FollowTx, ctx: MutationContext): Promise<Outcome>;
  /** The same wish over what stands now; absent where that makes no sense. */
  rebased?(current: number): Bound;
}

/** Why a change cannot be carried out as it is: of a name or version not known yet, or with arguments of another shape. */
export type Unbound =
  | { readonly code: 'unknown-mutation'; readonly detail: string }
  /** `by`: who may do it, where that is known all the same. Whoever may not is told only that. */
  | { readonly code: 'unknown-version' | 'bad-args'; readonly detail: string; readonly by?: Bound['by'] };

/** Looks a named change up, and brings its arguments to this build's version. */
export type BindMutation = (name: string, v: number, args: unknown) => Result<Bound, Unbound>;

export const mutationBook =
  (registry: Registry, validate: ValidateArgs, follows: Follows = []): BindMutation =>
  (name, v, sent) => {
    const mutation = Object.prototype.hasOwnProperty.call(registry, name) ? registry[name] : undefined;
    if (mutation === undefined) return err({ code: 'unknown-mutation', detail: `this hub knows no ${name}` });
    if (v > mutation.v || v < 1) {
      return err({
        code: 'unknown-version',
        detail: `this hub knows ${name} up to version ${mutation.v}, not ${v}`,
      });
    }
    const args = upcast(asJson(sent), v, mutation.v, mutation.upcasters);
    const wrong = validate(name, args);
    // A newer build may ask for more under the same version, where that may be left out: done without it, it would be lost.
    if (wrong !== null)
      return err({
        code: wrong.isNewer === true ? 'unknown-version' : 'bad-args',
        detail: wrong.detail,
        by: mutation.by,
      });
    return ok(boundTo(mutation, args, follows));
  };

function boundTo(mutation: Mutation<string, unknown>, args: unknown, follows: Follows): Bound {
  const { name, by, validFor, rebased } = mutation;
  return {
    by,
    validFor,
    async apply(tx, ctx) {
      const outcome = await mutation.apply(tx, args, ctx);
      if (outcome.status === 'applied' || outcome.status === 'merged')
        for (const [after, follow] of follows) if (after === name) await follow(tx, args, ctx);
      return outcome;
    },
    ...(rebased === undefined
      ? {}
      : { rebased: (current: number) => boundTo(mutation, rebased.call(mutation, args, current), follows) }),
  };
}

/** What has come as JSON is nothing else. */
const asJson = (sent: unknown): Json => sent as Json;
