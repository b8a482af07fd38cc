import { mutations } from '../../features/registry.ts';
import { mayDo, type Actor } from '../../kernel/mutation.ts';
import type { ConsoleIcon } from '../../ui/console/console-icons.ts';

export type SectionName =
  | 'today'
  | 'menu'
  | 'activities'
  | 'people'
  | 'policies'
  | 'screens'
  | 'media'
  | 'numbers'
  | 'more';

export const icons: Readonly<Record<SectionName, ConsoleIcon>> = {
  today: 'today',
  menu: 'menu',
  activities: 'activity',
  people: 'people',
  policies: 'policy',
  screens: 'screens',
  media: 'picture',
  numbers: 'numbers',
  more: 'more',
};

/** What somebody may do on the console, by the same rule as the hub's. */
export interface Powers {
  readonly menus: boolean;
  readonly runs: boolean;
  readonly sessions: boolean;
  readonly notices: boolean;
  /** To say what a screen shows when, and now. */
  readonly schedules: boolean;
  readonly people: boolean;
  /** To add, change and delete members. */
  readonly members: boolean;
  /** To write and review what the elder-care advisor tells. */
  readonly policies: boolean;
  /** To see the centre's figures, which name nobody. */
  readonly numbers: boolean;
  /** To bring photos and videos, and put them together for the screens. */
  readonly media: boolean;
  /** To answer those who want the advisor. */
  readonly requests: boolean;
  readonly devices: boolean;
  /** To ask something of a device. */
  readonly commands: boolean;
  /** To say what becomes of what was not done. */
  readonly decides: boolean;
  readonly audit: boolean;
  /** To say who works here, and to let people in. */
  readonly accounts: boolean;
  readonly clock: boolean;
}

export function powersOf(actor: Actor): Powers {
  const role = actor.type === 'staff' ? actor.role : null;
  return {
    menus: mayDo(actor, mutations['menu.publish'].by),
    runs: mayDo(actor, mutations['run.start'].by),
    sessions: mayDo(actor, mutations['session.change'].by),
    notices: mayDo(actor, mutations['notice.post'].by),
    media: mayDo(actor, mutations['playlist.save'].by),
    schedules: mayDo(actor, mutations['schedule.save'].by),
    people: role === 'manager' || role === 'leader' || role === 'advisor',
    members: mayDo(actor, mutations['member.save'].by),
    policies: mayDo(actor, mutations['policy.save'].by),
    numbers: role === 'manager' || role === 'leader' || role === 'advisor',
    requests: mayDo(actor, mutations['request.answer'].by),
    devices: role === 'manager',
    commands: mayDo(actor, mutations['device.command'].by),
    decides: mayDo(actor, mutations['record.redo'].by),
    audit: role === 'manager',
    accounts: mayDo(actor, mutations['account.change'].by),
    clock: role === 'manager',
  };
}

/** What each section asks of whoever goes there. */
const open: Readonly<Record<SectionName, (powers: Powers) => boolean>> = {
  today: () => true,
  menu: ({ menus }) => menus,
  activities: ({ runs, sessions }) => runs || sessions,
  screens: () => true,
  people: ({ people }) => people,
  policies: ({ policies }) => policies,
  media: ({ media }) => media,
  numbers: ({ numbers }) => numbers,
  more: () => true,
};

const inOrder = [
  'today',
  'menu',
  'activities',
  'screens',
  'people',
  'policies',
  'media',
  'numbers',
  'more',
] as const satisfies readonly SectionName[];

/** An advisor's day is with people and what they may have, and with screens now and then. */
const advisorsOrder = [
  'today',
  'policies',
  'people',
  'screens',
  'media',
  'numbers',
  'more',
] as const satisfies readonly SectionName[];

/** The sections somebody has a use for, what they use most first. */
export const sectionsOf = (powers: Powers): readonly SectionName[] =>
  (powers.policies && !powers.menus ? advisorsOrder : inOrder).filter((name) => open[name](powers));

/** How many ways a telephone's bar has room for, 更多 among them. */
const ON_THE_BAR = 5;

/** The sections that a telephone leads to from 更多; a desk shows them with the others. */
export const beyondTheBar = (sections: readonly SectionName[]): readonly SectionName[] =>
  sections.slice(0, -1).slice(ON_THE_BAR - 1);

/** Where the console is: a section, and what in it. */
export interface Place {
  readonly section: SectionName;
  readonly rest: string | null;
}

/** The place an address names; what is not somebody's leads to 今天. */
export function placeOf(hash: string, allowed: readonly SectionName[]): Place {
  const [name, rest] = hash.replace(/^#/, '').split(/\/(.*)/);
  const section = allowed.find((one) => one === name);
  return section === undefined
    ? { section: 'today', rest: null }
    : { section, rest: rest === undefined || rest === '' ? null : decodeURIComponent(rest) };
}

/** The code of a glass that somebody has scanned, in the address that it stands in; null in any other. */
export const codeIn = (hash: string): string | null => /^#screens\/code=(\d{6})$/.exec(hash)?.[1] ?? null;
