import {
  isBoolean,
  isCount,
  isId,
  isNumber,
  isText,
  listOf,
  oneOf,
  orMissing,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Run } from './run.ts';

/**
 * A run as a screen's own remote has left it: it holds at once and without the hub, and is told to it. `basedOn` is the
 * version it was commanded on, 0 where there was none; `nth` counts the presses since then.
 */
export interface OwnRun {
  readonly basedOn: number;
  readonly nth: number;
  readonly run: Run;
  /** Nobody has pressed: the set was off, and holds where it was until somebody goes on. */
  readonly woke?: boolean | undefined;
}

/** Whether a press on the set's own remote counts beside the row as it stands: nobody has commanded since. */
export function isNewest(
  row: RowOf<'run'> | undefined,
  { basedOn, nth }: Pick<OwnRun, 'basedOn' | 'nth'>,
): boolean {
  if ((row?.version ?? 0) === basedOn) return true;
  return row?.own !== undefined && row.own.basedOn === basedOn && row.own.nth < nth;
}

/** The run a screen follows: its own remote's newest, unless the hub knows of something newer. */
export const followedRun = (row: Run | undefined, own: OwnRun | null): Run | undefined =>
  own !== null && isNewest(row, own) ? own.run : row;

/** The next press, on what the screen follows now. */
export function pressed(row: Run | undefined, own: OwnRun | null, run: Run): OwnRun {
  const goesOn = own !== null && isNewest(row, own);
  const basedOn = goesOn ? own.basedOn : (row?.version ?? 0);
  // It keeps the number of the command it is built on: the hub's next one is newer than it.
  return { basedOn, nth: goesOn ? own.nth + 1 : 1, run: { ...run, version: basedOn } };
}

const isPercent = (value: unknown): value is number => isCount(value) && value <= 100;

/** Whether a run kept on the device is one: what cannot be read is not followed. */
export const isRunKept: Guard<Run> = shape<Run>({
  id: isId,
  programmeId: isId,
  sessionId: orNull<Id<'SessionId'>>(isId),
  state: oneOf('playing', 'paused', 'stopped'),
  positionMs: isCount,
  asOfMs: isCount,
  rate: (value): value is number => isNumber(value) && value >= 0.5 && value <= 1.5,
  version: isCount,
  startedBy: isText,
  startBeforeMs: isCount,
  untilMs: orMissing(isCount),
  together: orMissing(listOf<Id<'DeviceId'>>(isId)),
  mirrored: orMissing(isBoolean),
  seated: orMissing(isBoolean),
  voice: orMissing(isBoolean),
  volume: orMissing(isPercent),
  own: orMissing(shape<NonNullable<Run['own']>>({ basedOn: isCount, nth: isCount })),
});
