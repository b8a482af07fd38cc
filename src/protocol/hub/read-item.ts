import { isId, isNumber, isText, oneOf } from '../../kernel/guards.ts';
import type { TimeReading } from '../../kernel/time.ts';
import { ARGS_LIMIT, type MutationPlace } from '../wire/wire.ts';
import type { Wanted } from './house-rules.ts';

/** The longest name that is carried out: no change of ours is near it. */
const NAME_LIMIT = 120;

const isQuality = oneOf('confirmed', 'carried', 'unknown');
/** As ids are written: nothing that a database or an address would not take. */
const isMid = (value: unknown): boolean =>
  isText(value) && /^[\p{L}\p{N}][\p{L}\p{N}._@:/+-]{0,79}$/u.test(value);

/** Where an item of a push stands in its chain; null where it does not say: its client has to chain anew. */
export function placeOf(item: unknown): MutationPlace | null {
  const { mid, seq, prev } = fieldsOf(item);
  if (!isId<'Mid'>(mid) || !isMid(mid)) return null;
  if (!isNumber(seq) || !Number.isSafeInteger(seq) || seq < 1) return null;
  if (prev !== null && !isId<'Mid'>(prev)) return null;
  return { mid, seq, prev };
}

/**
 * What an item wants to be carried out, with its age. Of what was made at a confirmed time the hub knows it, the way here
 * counted in: the device may have started anew since, and a hub that was stopped with a push in its ear would let a
 * start of 11:00 fire at 16:00. What has not the agreed shape is read as far as it goes, and says what is wrong with it.
 * A hub that is not sure of the time, null, has the device's word alone.
 */
export function wantedOf(mid: Wanted['mid'], item: unknown, nowMs: number | null): Wanted {
  const { name, v, args, deviceTime, timeQuality, age: told } = fieldsOf(item);
  const madeAt: TimeReading =
    isQuality(timeQuality) && timeQuality !== 'unknown' && isUnixMs(deviceTime)
      ? { quality: timeQuality, nowMs: deviceTime }
      : { quality: 'unknown', nowMs: null };
  const known = isNumber(told) ? told : null;
  const age =
    madeAt.quality === 'confirmed' && nowMs !== null ? Math.max(known ?? 0, nowMs - madeAt.nowMs) : known;
  return {
    mid,
    name: isText(name) ? name : '',
    v: isNumber(v) ? v : 0,
    args: args ?? null,
    madeAt,
    age,
    wrong: wrongIn(name, v, args),
  };
}

function wrongIn(name: unknown, v: unknown, args: unknown): string | null {
  if (!isText(name)) return 'it has no name';
  if (name.length > NAME_LIMIT) return `its name has ${name.length} characters`;
  if (!isNumber(v) || !Number.isSafeInteger(v) || v < 1) return 'it has no version';
  try {
    const { length } = JSON.stringify(args ?? null);
    return length > ARGS_LIMIT ? `its arguments have ${length} characters` : null;
  } catch {
    return 'its arguments cannot be written down';
  }
}

const fieldsOf = (item: unknown): Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null ? { ...item } : {};

/** No device that is in use goes by a later time: a clock that says so tells none. */
const LATEST_MS = Date.UTC(2200, 0, 1);

/** Rows hold whole milliseconds since 1970. */
const isUnixMs = (ms: unknown): ms is number =>
  isNumber(ms) && Number.isInteger(ms) && ms >= 0 && ms <= LATEST_MS;
