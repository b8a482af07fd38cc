import type { Static, TSchema } from 'typebox';
import type { ArgsOf, MutationName } from '../kernel/mutation.ts';
import type { Kind, RowOf } from '../kernel/rows.ts';
import { accountsSchemas } from './accounts/model/schemas.ts';
import { calendarSchemas } from './calendar/model/schemas.ts';
import { centreSchemas } from './centre/model/schemas.ts';
import { certificatesSchemas } from './certificates/model/schemas.ts';
import { checkInSchemas } from './check-in/model/schemas.ts';
import { classesSchemas } from './classes/model/schemas.ts';
import { clockSchemas } from './clock/model/schemas.ts';
import { devicesSchemas } from './devices/model/schemas.ts';
import { enrolmentsSchemas } from './enrolments/model/schemas.ts';
import { exerciseSchemas } from './exercise/model/schemas.ts';
import { glassSchemas } from './glass/model/schemas.ts';
import { helpSchemas } from './help/model/schemas.ts';
import { mediaSchemas } from './media/model/schemas.ts';
import { membersSchemas } from './members/model/schemas.ts';
import { menusSchemas } from './menus/model/schemas.ts';
import { noticesSchemas } from './notices/model/schemas.ts';
import { policiesSchemas } from './policies/model/schemas.ts';
import { recordsSchemas } from './records/model/schemas.ts';
import { requestsSchemas } from './requests/model/schemas.ts';
import { schedulesSchemas } from './schedules/model/schemas.ts';
import type { nouns } from './registry.ts';

type Nouns = typeof nouns;
type SchemasOf<N extends { readonly rows: object; readonly mutations: object }> = {
  readonly rows: { readonly [K in keyof N['rows']]: TSchema };
  readonly args: { readonly [M in keyof N['mutations']]: TSchema };
} & (N extends { readonly reports: infer R }
  ? { readonly reports: { readonly [K in keyof R]: TSchema } }
  : unknown);

/** The schemas of every noun; does not compile with one missing. */
const nounSchemas = {
  accounts: accountsSchemas,
  calendar: calendarSchemas,
  centre: centreSchemas,
  certificates: certificatesSchemas,
  'check-in': checkInSchemas,
  classes: classesSchemas,
  clock: clockSchemas,
  devices: devicesSchemas,
  enrolments: enrolmentsSchemas,
  exercise: exerciseSchemas,
  glass: glassSchemas,
  help: helpSchemas,
  media: mediaSchemas,
  members: membersSchemas,
  menus: menusSchemas,
  notices: noticesSchemas,
  policies: policiesSchemas,
  records: recordsSchemas,
  requests: requestsSchemas,
  schedules: schedulesSchemas,
} as const satisfies { readonly [N in keyof Nouns]: SchemasOf<Nouns[N]> };

type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
const together = <T extends object>(parts: readonly T[]): Together<T> => Object.assign({}, ...parts);

const NO_REPORTS = {};

/** The schema of each kind of row. */
export const rowSchemas = together(Object.values(nounSchemas).map(({ rows }) => rows));
/** The schema of each kind of report. */
export const reportSchemas = together(
  Object.values(nounSchemas).map((noun) => ('reports' in noun ? noun.reports : NO_REPORTS)),
);
/** The schema of each mutation's arguments. */
export const argSchemas = together(Object.values(nounSchemas).map(({ args }) => args));

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** The names whose schema is another one's than its mutation's, or its row's. */
type Untied =
  | {
      [N in MutationName]: Same<Static<(typeof argSchemas)[N]>, ArgsOf<N>> extends true ? never : N;
    }[MutationName]
  | { [K in Kind]: Same<Static<(typeof rowSchemas)[K]>, RowOf<K>> extends true ? never : K }[Kind];
true satisfies Same<Untied, never>;
