import type { RowOf } from '../../../kernel/rows.ts';

export type DeviceCommand = RowOf<'deviceCommand'>;
type DeviceAnswer = RowOf<'deviceAnswer'>;
export type CommandWord = DeviceCommand['what'];

/** A command that was not carried out by then is nobody's wish any more. */
export const COMMAND_VALID_MS = 120_000;

/** So long a glass shows which one it is. */
export const MARK_MS = 30_000;

/** A glass that is made dark by hand comes back by itself: nobody finds a television dead the day after. */
export const DARK_MS = 12 * 3_600_000;

/** The row of a device's newest command of a word, and of its answer. */
export const commandId = (deviceId: string, what: CommandWord): string => `${deviceId}/${what}`;

/** How it stands with a command, as its device says. */
export type CommandState =
  /** It is on its way, or the device is silent: nothing is known yet. */
  | { readonly type: 'asked' }
  /** Nothing came back in its time: it was not carried out, or the device could not say so. */
  | { readonly type: 'unanswered' }
  | { readonly type: DeviceAnswer['outcome']; readonly atMs: number };

/** What is known of a command: never that it was done before its device has said so. */
export function commandState(
  command: DeviceCommand,
  answer: DeviceAnswer | undefined,
  nowMs: number | null,
): CommandState {
  const isPast = nowMs !== null && nowMs > command.untilMs;
  if (answer === undefined || answer.askedId !== command.askedId)
    return { type: isPast ? 'unanswered' : 'asked' };
  return { type: answer.outcome, atMs: answer.atMs };
}
