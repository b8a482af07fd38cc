import { isOwnWord } from '../../devices/model/own-word.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Push } from './push.ts';
import { missedOf, missedText, whyText } from './why.ts';

/** What can honestly be said of something pushed on one glass: never more than what the glass has said. */
type PushOnGlass =
  | 'there'
  | 'notYet'
  /** The glass has it, and there is nothing of it to be shown. */
  | 'nothing'
  /** An exercise that nobody has begun: today's activities stand there meanwhile. */
  | 'noRun'
  /** Something that goes before it stands there. */
  | 'afterRun'
  | 'afterEmergency'
  | 'silent'
  /** It is signed off: it gets nothing, and what stood on it stands there no longer as if live. */
  | 'unpaired'
  /** The console itself hears nothing of its hub. */
  | 'away';

/** Devices speak at least once a minute. */
const SILENT_AFTER_MS = 150_000;

interface Heard {
  /** When what hangs there now was let in; null while it is not. */
  readonly pairedAtMs: number | null;
  readonly glass: RowOf<'glass'> | undefined;
  readonly health: RowOf<'deviceHealth'> | undefined;
  readonly nowMs: number;
  readonly cutOff: boolean;
}

/** Whether something pushed is on a glass. */
export function pushOnGlass(
  { item, by, untilMs, version }: Pick<Push, 'item' | 'by' | 'untilMs' | 'version'>,
  { pairedAtMs, glass, health, nowMs, cutOff }: Heard,
): PushOnGlass {
  if (cutOff) return 'away';
  if (pairedAtMs === null) return 'unpaired';
  if (glass !== undefined && !isOwnWord({ pairedAtMs }, glass.confirmedMs, nowMs)) return 'notYet';
  if (nowMs - Math.max(glass?.confirmedMs ?? 0, health?.lastSeenMs ?? 0) > SILENT_AFTER_MS) return 'silent';
  // An older build on the glass does not say which of two pushes of one author with one end it shows.
  const asSaid = [{ version }, {}].map((which) => whyText({ because: 'pushed', by, untilMs, ...which }));
  if (glass?.why !== undefined && asSaid.includes(glass.why))
    return item.show === 'programme' ? 'noRun' : 'there';
  if (glass?.why === 'emergency') return 'afterEmergency';
  if (glass?.why === 'run') return item.show === 'programme' ? 'there' : 'afterRun';
  return glass?.missed === missedText(missedOf(item)) ? 'nothing' : 'notYet';
}
