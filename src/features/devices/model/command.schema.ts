import Type from 'typebox';
import { IdField, Line, OneOf, ShortText, Shape, UnixMs } from '../../../kernel/fields.schema.ts';

/**
 * What staff may ask of a device: to start its page anew, to show how it is, to show a number by which one finds it among
 * others, or to be as loud as this.
 */
const CommandWord = OneOf(['reload', 'self-check', 'identify', 'volume']);

/** The number that a device shows when it is asked which one it is. */
const Mark = Type.Integer({ minimum: 1, maximum: 999 });
/** In hundredths of what it can; 0 is silent. */
const Volume = Type.Integer({ minimum: 0, maximum: 100 });

/** The newest of each word that was asked of a device: row `deviceCommand` in `device:ID` and `staff:ID`, id `DEVICE/WORD`. */
export const DeviceCommand = Shape({
  id: Line,
  deviceId: IdField('DeviceId'),
  what: CommandWord,
  /** Which asking this is: the mid of the change that asked. */
  askedId: IdField('Mid'),
  by: ShortText,
  /** Hub time, Unix ms. */
  atMs: UnixMs,
  /** After this a device does nothing of it, and says so: nobody is waiting any more. */
  untilMs: UnixMs,
  mark: Type.Optional(Mark),
  volume: Type.Optional(Volume),
});

export const DeviceCommandArgs = Shape({
  deviceId: IdField('DeviceId'),
  what: CommandWord,
  mark: Type.Optional(Mark),
  volume: Type.Optional(Volume),
});

/**
 * How it went: `done`, and seen to be; `waits` while somebody uses the device; `late` where it was past its time;
 * `cannot` where this build or this machine does not know how.
 */
const Outcome = OneOf(['done', 'waits', 'late', 'cannot']);

/** What a device says of a command: the last value of each word counts. */
export const CommandReport = Type.Object({
  what: CommandWord,
  askedId: IdField('Mid'),
  outcome: Outcome,
});

/** What a device has answered: row `deviceAnswer` in `staff:ID`, id `DEVICE/WORD`. Written from reports only. */
export const DeviceAnswer = Shape({
  id: Line,
  deviceId: IdField('DeviceId'),
  what: CommandWord,
  askedId: IdField('Mid'),
  outcome: Outcome,
  /** Hub time at which it was so, Unix ms. */
  atMs: UnixMs,
});
