import type { AnyFollow, Noun } from '../kernel/noun.ts';
import type { Kind } from '../kernel/rows.ts';
import type { MutationName, Mutations } from '../kernel/mutation.ts';
import { accounts } from './accounts/model/noun.ts';
import { calendar } from './calendar/model/noun.ts';
import { centre } from './centre/model/noun.ts';
import { certificates } from './certificates/model/noun.ts';
import { checkIn } from './check-in/model/noun.ts';
import { classes } from './classes/model/noun.ts';
import { clock } from './clock/model/noun.ts';
import { devices } from './devices/model/noun.ts';
import { enrolments } from './enrolments/model/noun.ts';
import { exercise } from './exercise/model/noun.ts';
import { glass } from './glass/model/noun.ts';
import { help } from './help/model/noun.ts';
import { media } from './media/model/noun.ts';
import { members } from './members/model/noun.ts';
import { menus } from './menus/model/noun.ts';
import { notices } from './notices/model/noun.ts';
import { policies } from './policies/model/noun.ts';
import { records } from './records/model/noun.ts';
import { requests } from './requests/model/noun.ts';
import { schedules } from './schedules/model/noun.ts';

/** The nouns of a centre, by the names of their folders: the one list from which every other is derived. */
export const nouns = {
  accounts,
  calendar,
  centre,
  certificates,
  'check-in': checkIn,
  classes,
  clock,
  devices,
  enrolments,
  exercise,
  glass,
  help,
  media,
  members,
  menus,
  notices,
  policies,
  records,
  requests,
  schedules,
} as const satisfies Readonly<Record<string, Noun>>;

type Nouns = typeof nouns;
/** All of several things at once: what every noun declares, in one. */
type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
const together = <T extends object>(parts: readonly T[]): Together<T> => Object.assign({}, ...parts);

const NO_REPORTS = {};

/** Every kind of row. */
export const rowKinds = together(Object.values(nouns).map(({ rows }) => rows));
/** Every named change: the only ones there are. */
export const mutations = together(Object.values(nouns).map((noun) => noun.mutations));
/** Everything devices say of themselves, by its kind. */
export const reports = together(
  Object.values(nouns).map((noun) => ('reports' in noun ? noun.reports : NO_REPORTS)),
);
/** What nouns do once another's change is applied, by that change's name. */
export const follows: readonly (readonly [changed: string, follow: AnyFollow])[] = Object.values(
  nouns,
).flatMap((noun: Noun) => Object.entries(noun.follows ?? {}));
/** What changes are called in records and audits, as i18n keys. */
export const recordWords = together(Object.values(nouns).map(({ words }) => words));

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type True<T extends true> = T;
/** Do not compile where a kind or a change has a type and no declaration, or a declaration and no type. */
export type KindsAreDeclared = True<Same<Kind, keyof typeof rowKinds>>;
export type MutationsAreDeclared = True<Same<MutationName, keyof typeof mutations>>;
export type MutationsAreTheirOwn = True<
  Same<true, { [N in MutationName]: Same<Mutations[N], (typeof mutations)[N]> }[MutationName]>
>;
export type NounName = keyof Nouns;
