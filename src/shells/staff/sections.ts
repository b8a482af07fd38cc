import { mutations } from '../../features/registry.ts';
import { mayDo, type Actor } from '../../kernel/mutation.ts';
import type { ConsoleIcon } from '../../ui/console/console-icons.ts';

export type SectionName = 'today' | 'menu' | 'activities' | 'screens' | 'media' | 'more';

export const icons: Readonly<Record<SectionName, ConsoleIcon>> = {
  today: 'today',
  menu: 'menu',
  activities: 'activity',
  screens: 'screens',
  media: 'picture',
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
    requests: mayDo(actor, mutations['request.answer'].by),
    devices: role === 'manager',
    commands: mayDo(actor, mutations['device.command'].by),
    decides: mayDo(actor, mutations['record.redo'].by),
    audit: role === 'manager',
    clock: role === 'manager',
  };
}

/** The sections somebody has a use for, in their order. */
export function sectionsOf(powers: Powers): readonly SectionName[] {
  return [
    'today',
    ...(powers.menus ? (['menu'] as const) : []),
    ...(powers.runs || powers.sessions ? (['activities'] as const) : []),
    'screens',
    ...(powers.media ? (['media'] as const) : []),
    'more',
  ];
}

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
