import type { Report } from '../../../kernel/report.ts';
import { isCount, isText, listOf, shape } from '../../../kernel/guards.ts';
import type { TimeReading } from '../../../kernel/time.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Who looks on so much later has slept meanwhile: a set on standby shows nothing. */
const SLEPT_MS = 30_000;
/** How often what goes on is told: each time a row at the hub is written anew. */
const TELL_MS = 15 * MINUTE_MS;
/** How often it is written down here: a power cut takes no more. */
const KEEP_MS = 5 * MINUTE_MS;
/** The hub has what was told to it so long ago, if it was heard all the while. */
const HEARD_MS = 10 * MINUTE_MS;
/** So many hours and items are kept for a hub that is away: some weeks of a busy screen. The oldest go first. */
const MOST_KEPT = 2000;

/** What stood on the glass within one hour. */
interface Shown {
  /** The hour's start, Unix ms. */
  readonly hourMs: number;
  /** `KIND:ID`, without the version: a menu that is corrected is still that menu. */
  readonly item: string;
  readonly plays: number;
  readonly seconds: number;
}

const isShown = listOf(shape<Shown>({ hourMs: isCount, item: isText, plays: isCount, seconds: isCount }));

interface PlayPorts {
  /** On the page's monotonic clock, in milliseconds. */
  readonly now: () => number;
  readonly time: () => TimeReading;
  /** What stands on the glass, as the document says it; empty while nothing does, or nobody can see it. */
  readonly showing: () => string;
  /** Whether the hub is heard. */
  readonly heard: () => boolean;
  readonly tell: (report: Report) => void;
  readonly notes: { read(): string | null; write(text: string): void };
}

/**
 * Counts what is shown, hour by hour, for staff and whoever wants a proof: the glass itself does, as it shows on while its
 * hub is away, and it keeps the count over a power cut until the hub has surely heard it. By a clock that cannot be right
 * nothing is counted: nobody could say of when it was.
 */
export class CountPlays {
  readonly #ports: PlayPorts;
  readonly #shown = new Map<string, Shown>();
  /** Of an hour that is over and told as it ended up: when, on the page's clock. */
  readonly #told = new Map<string, number>();
  #lookedMs: number | undefined;
  #toldMs: number | undefined;
  #keptMs: number | undefined;
  /** Since when the hub is heard without a break. */
  #heardSinceMs: number | undefined;
  #last = '';
  /** What is left of a second from look to look. */
  #restMs = 0;

  constructor(ports: PlayPorts) {
    this.#ports = ports;
    for (const one of kept(ports.notes.read())) this.#shown.set(keyOf(one), one);
  }

  /** Looks once; called every few seconds. */
  look(): void {
    const now = this.#ports.now();
    const lastedMs = now - (this.#lookedMs ?? now);
    this.#lookedMs = now;
    const item = this.#ports.showing().replace(/@\d+$/, '');
    const { nowMs } = this.#ports.time();
    if (nowMs !== null) {
      const hourMs = nowMs - (nowMs % HOUR_MS);
      if (item !== '') this.#count(hourMs, item, lastedMs > SLEPT_MS ? 0 : lastedMs);
      this.#tell(now, hourMs);
    }
    this.#last = item;
    this.#keep(now);
  }

  #count(hourMs: number, item: string, lastedMs: number): void {
    const key = keyOf({ hourMs, item });
    const before = this.#shown.get(key) ?? { hourMs, item, plays: 0, seconds: 0 };
    this.#restMs += this.#last === item ? lastedMs : 0;
    const seconds = Math.floor(this.#restMs / 1000);
    this.#restMs -= seconds * 1000;
    this.#shown.set(key, {
      ...before,
      plays: before.plays + Number(this.#last !== item),
      seconds: Math.min(3600, before.seconds + seconds),
    });
  }

  /** What is over is told once, what goes on now and again; what nobody heard is told again when the hub is back. */
  #tell(now: number, hourMs: number): void {
    const heard = this.#ports.heard();
    if (!heard) this.#heardSinceMs = undefined;
    else if (this.#heardSinceMs === undefined) {
      this.#heardSinceMs = now;
      this.#told.clear();
    }
    const isDue = this.#toldMs === undefined || now - this.#toldMs >= TELL_MS;
    if (isDue) this.#toldMs = now;
    for (const [key, one] of this.#shown) {
      const isOver = one.hourMs < hourMs;
      if (this.#told.has(key) || !(isOver || isDue)) continue;
      this.#ports.tell({
        type: 'plays',
        of: key,
        hourMs: one.hourMs,
        item: one.item,
        count: one.plays,
        seconds: one.seconds,
      });
      if (isOver) this.#told.set(key, now);
    }
  }

  #keep(now: number): void {
    const isDue = this.#keptMs === undefined || now - this.#keptMs >= KEEP_MS;
    if (!isDue) return;
    this.#keptMs = now;
    for (const [key, toldMs] of this.#told) {
      if (this.#heardSinceMs === undefined || now - toldMs < HEARD_MS) continue;
      this.#shown.delete(key);
      this.#told.delete(key);
    }
    const all = [...this.#shown.values()];
    for (const one of all.slice(0, Math.max(0, all.length - MOST_KEPT))) this.#shown.delete(keyOf(one));
    this.#ports.notes.write(JSON.stringify([...this.#shown.values()]));
  }
}

const keyOf = ({ hourMs, item }: Pick<Shown, 'hourMs' | 'item'>): string => `${hourMs}/${item}`;

/** What was written down; nothing of what nobody can have written. */
function kept(text: string | null): readonly Shown[] {
  if (text === null) return [];
  try {
    const all: unknown = JSON.parse(text);
    return isShown(all) ? all : [];
  } catch {
    return [];
  }
}
