import { checkIn } from '../../src/features/check-in/model/noun.ts';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { houseRules } from '../../src/hub/sync/house-rules.ts';
import type { Json } from '../../src/kernel/json.ts';
import type { Mutation } from '../../src/kernel/mutation.ts';
import type { AnyRowKind } from '../../src/kernel/noun.ts';
import { err } from '../../src/kernel/result.ts';
import { fieldsOf, upcast } from '../../src/kernel/versions.ts';
import type { DeviceNouns } from '../../src/protocol/client/apply.ts';
import type { HouseRules } from '../../src/protocol/hub/house-rules.ts';

/** One build of the product: what its devices know, and what its hub does. */
export interface Build {
  readonly name: 'today' | 'next';
  readonly nouns: DeviceNouns;
  readonly house: HouseRules;
  readonly kinds: Readonly<Record<string, Pick<AnyRowKind, 'v' | 'upcasters'>>>;
}

/** The product as it is. */
export const today: Build = {
  name: 'today',
  nouns: { mutations, rowKinds },
  house: houseRules(),
  kinds: rowKinds,
};

/** The version in which a check-in says who pressed. */
export const NEXT_CLAIM = 3;
/** What a course says of itself in the next build, of an older row at least this. */
export const TONE = 'plain';

const claimNow: Mutation<string, Json> = checkIn.mutations['checkin.claim'];
const withPressedBy = (old: Json): Json => ({ pressedBy: 'nobody knows', ...fieldsOf(old) });
function withoutPressedBy(args: Json): Json {
  const { pressedBy: _, ...rest } = fieldsOf(args);
  return rest;
}

const nextClaim: Mutation<string, Json> = {
  ...claimNow,
  v: NEXT_CLAIM,
  upcasters: { ...claimNow.upcasters, 2: withPressedBy },
  apply: (tx, args, ctx) => {
    if (typeof fieldsOf(args)['pressedBy'] !== 'string')
      throw new Error('the next build got an older check-in');
    return claimNow.apply(tx, withoutPressedBy(args), ctx);
  },
};

const nextKinds = {
  ...rowKinds,
  course: { ...rowKinds.course, v: 2, upcasters: { 1: (old: Json) => ({ tone: TONE, ...fieldsOf(old) }) } },
};

/** A build that is to come: its check-ins have another version, its courses another shape. */
export const next: Build = {
  name: 'next',
  nouns: { mutations: { ...mutations, 'checkin.claim': nextClaim }, rowKinds: nextKinds },
  house: {
    ...today.house,
    bind: (name, v, args) => {
      if (name !== 'checkin.claim') return today.house.bind(name, v, args);
      if (v > NEXT_CLAIM) return err({ code: 'unknown-version', detail: `version ${v}` });
      const now = upcast(JSON.parse(JSON.stringify(args)), v, NEXT_CLAIM, nextClaim.upcasters);
      if (typeof fieldsOf(now)['pressedBy'] !== 'string')
        return err({ code: 'bad-args', detail: 'pressedBy: missing' });
      return today.house.bind(name, 2, withoutPressedBy(now));
    },
  },
  kinds: nextKinds,
};

/** The arguments of a check-in as a build makes it. */
export const claimArgs = (build: Build, args: { readonly [field: string]: Json }): Json =>
  build.name === 'next' ? { ...args, pressedBy: 'the elder' } : args;
