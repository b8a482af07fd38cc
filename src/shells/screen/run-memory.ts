import { isRunKept, type OwnRun } from '../../features/exercise/model/own-run.ts';
import { isBoolean, isCount, isText, orMissing, orNull, shape } from '../../kernel/guards.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { readText, writeText } from '../../store/local-texts.ts';

/** The run a screen takes part in, and where it was when it was last seen to go on. */
export interface Joined {
  readonly version: number;
  readonly sessionId: string | null;
  readonly playing: boolean;
  readonly positionMs: number;
  /** The hub's time at which this held. */
  readonly atMs: number;
}

const isJoined = shape<Joined>({
  version: isCount,
  sessionId: orNull(isText),
  playing: isBoolean,
  positionMs: isCount,
  atMs: isCount,
});

const isOwn = shape<OwnRun>({ basedOn: isCount, nth: isCount, run: isRunKept, woke: orMissing(isBoolean) });

/** All that is remembered, with how often it has been written: of two places the one written last is believed. */
interface Remembered {
  readonly turn: number;
  readonly joined: Joined | null;
  readonly own: OwnRun | null;
}

const isRemembered = shape<Remembered>({ turn: isCount, joined: orNull(isJoined), own: orNull(isOwn) });
const nothing: Remembered = { turn: 0, joined: null, own: null };

/**
 * What a screen remembers of its run over a restart of the set: that it takes part, where it was, and what was pressed on
 * its own remote. It lies in the store, and beside it in Local Storage for a page that has no store: that alone would not
 * do, since Chromium writes what changes often there to the disk but once a minute, and the plug is pulled before. What
 * cannot be read was never there.
 */
export class RunMemory {
  readonly #store: RunStore;
  readonly #key: string;
  #now: Remembered;

  private constructor(store: RunStore, key: string, now: Remembered) {
    this.#store = store;
    this.#key = key;
    this.#now = now;
  }

  static async open(store: RunStore, screenId: string): Promise<RunMemory> {
    const key = `leling:run:${screenId}`;
    const places = [parsed(key), await store.recall(QUESTION).catch(() => undefined)];
    const [newest = nothing] = places.filter(isRemembered).sort((a, b) => b.turn - a.turn);
    return new RunMemory(store, key, newest);
  }

  joined(): Joined | null {
    return this.#now.joined;
  }

  /** @param isNew where it is another thing than before: it reaches the disk at once, and not only the system */
  join(joined: Joined | null, isNew = true): void {
    this.#keep({ joined }, isNew);
  }

  own(): OwnRun | null {
    return this.#now.own;
  }

  keepOwn(own: OwnRun | null): void {
    this.#keep({ own }, true);
  }

  #keep(change: Partial<Remembered>, isNew: boolean): void {
    this.#now = { ...this.#now, ...change, turn: this.#now.turn + 1 };
    writeText(this.#key, JSON.stringify(this.#now));
    // A store that fails is seen to elsewhere, and is asked again with the next note.
    this.#store.remember(QUESTION, this.#now, isNew ? 'strict' : 'relaxed').catch(() => undefined);
  }
}

type RunStore = Pick<LocalStore, 'recall' | 'remember'>;
const QUESTION = 'run';

function parsed(key: string): unknown {
  try {
    return JSON.parse(readText(key) ?? 'null');
  } catch {
    return null;
  }
}
