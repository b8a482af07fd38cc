import { isNumber, isText, oneOf, orNull, shape } from '../../kernel/guards.ts';
import type { HubSnapshot } from '../../protocol/hub/ports.ts';

/** Who says that the hub's time is right. `set-up`: whoever started a new centre, and was told the time it goes by. */
export type Voucher = 'set-up' | 'system' | 'devices' | 'person';

/**
 * Why the hub's time may be wrong.
 * - `behind`, `ahead`: the machine's clock is earlier than what is written down, or later than can be.
 * - `as-left`: the machine started with the time it was switched off at, as one without a battery does.
 * - `set`: somebody or something has set the machine's clock while the hub ran.
 * - `devices`: several devices agree on another time.
 * - `unchecked`: nothing speaks against it, and nothing for it.
 */
export type Doubt = 'behind' | 'ahead' | 'as-left' | 'set' | 'devices' | 'unchecked';

export type Standing =
  | { readonly sure: true; readonly by: Voucher }
  | { readonly sure: false; readonly why: Doubt; /** Hub time, Unix ms. */ readonly sinceMs: number };

/** One stretch from a machine's start to its end, and how far it is into it; its clock does not stop in a sleep. */
export interface Boot {
  readonly id: string;
  readonly upMs: number;
}

/** A time that was sure before the machine's clock was set, carried on by the monotonic clock since. */
export interface CarriedOn {
  /** What it would be now, Unix ms. */
  readonly nowMs: number;
  readonly by: Voucher;
}

/** What the hub writes down of its time, for its next start. */
export interface ClockMark {
  /** The time it told, Unix ms. */
  readonly toldMs: number;
  /** The newest time that more than its set-up vouched for, Unix ms; 0 when there was none. */
  readonly sureMs: number;
  /** The machine's wall clock then, Unix ms. */
  readonly wallMs: number;
  readonly boot: Boot | null;
  readonly standing: Standing;
  /** Null where there is none; an earlier build wrote none. */
  readonly carriedOn?: CarriedOn | null;
}

/** What was written down; an earlier build wrote only the highest time it had come to. Null for a new hub. */
export async function readMark(snapshot: Pick<HubSnapshot, 'meta'>): Promise<ClockMark | null> {
  const mark = parseMark(await snapshot.meta('clock'));
  return mark ?? markOfHighWater(Number((await snapshot.meta('highWaterMs')) ?? 0));
}

const isVoucher = oneOf('set-up', 'system', 'devices', 'person');
const isCarriedOn = orNull(shape<CarriedOn>({ nowMs: isNumber, by: isVoucher }));
const isSure = shape<Extract<Standing, { readonly sure: true }>>({
  sure: (value): value is true => value === true,
  by: isVoucher,
});
const isUnsure = shape<Extract<Standing, { readonly sure: false }>>({
  sure: (value): value is false => value === false,
  why: oneOf('behind', 'ahead', 'as-left', 'set', 'devices', 'unchecked'),
  sinceMs: isNumber,
});
const isMark = shape<ClockMark>({
  toldMs: isNumber,
  sureMs: isNumber,
  wallMs: isNumber,
  boot: orNull(shape<Boot>({ id: isText, upMs: isNumber })),
  standing: (value): value is Standing => isSure(value) || isUnsure(value),
  carriedOn: (value): value is CarriedOn | null => value === undefined || isCarriedOn(value),
});

/** A mark from its text; null when there is none that can be read. */
function parseMark(text: string | undefined): ClockMark | null {
  if (text === undefined) return null;
  try {
    const mark: unknown = JSON.parse(text);
    return isMark(mark) ? mark : null;
  } catch {
    return null;
  }
}

const markOfHighWater = (highWaterMs: number): ClockMark | null =>
  highWaterMs === 0
    ? null
    : {
        toldMs: highWaterMs,
        sureMs: 0,
        wallMs: highWaterMs,
        boot: null,
        standing: { sure: false, why: 'unchecked', sinceMs: highWaterMs },
      };
