import { itemKey } from '../../features/schedules/model/item.ts';
import { showingOn, type Showing } from '../../features/schedules/model/showing.ts';
import type { TimeReading } from '../../kernel/time.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import type { RunKeeper } from './run-keeper.ts';
import type { ScreenRows } from './screen-rows.ts';

/** What had nothing to show is tried again after this long: a file may have come, a row been mended. */
const AGAIN_AFTER_MS = 15_000;
/** What knows of runs, where it could not be loaded. */
const BRING_AGAIN_MS = 5000;

/** Decides what a screen shows, by what it holds and what it has been through since it was switched on. */
export class Decide {
  /** Null for a while after it could not be loaded: all else is shown meanwhile. */
  keeper: RunKeeper | null | undefined;
  #coming = false;
  /** By item, on the monotonic clock: when its board said that there is nothing of it. */
  readonly #empty = new Map<string, number>();

  constructor(
    private readonly store: LocalStore,
    private readonly screenId: string,
    private readonly changed: () => void,
  ) {}

  /**
   * What to show: of a run only one this screen has begun in time, whatever its clock says now. Null until what knows of
   * runs is here: it may be that one waits where it was when the set went off.
   */
  showing({ exercise, ...rows }: ScreenRows, time: TimeReading): Showing | null {
    if (exercise !== null && this.keeper === undefined) {
      if (!this.#coming) this.#bringKeeper();
      const meanwhile = showingOn({ ...rows, run: undefined, programme: undefined, time });
      // An emergency goes before any run, and waits for no code.
      return meanwhile.show === 'emergency' ? meanwhile : null;
    }
    const followed =
      exercise === null || time.nowMs === null
        ? null
        : this.keeper?.followed(exercise, rows.centre, time.nowMs);
    const showing = showingOn({
      ...rows,
      run: followed?.run,
      programme: followed?.programme,
      time,
      isEmpty: (item) => this.#isEmpty(itemKey(item)),
    });
    this.keeper?.shown(showing, time);
    return showing;
  }

  #bringKeeper(): void {
    this.#coming = true;
    const end = (keeper: RunKeeper | null): void => {
      this.keeper = keeper;
      this.#coming = false;
      this.changed();
    };
    import('./run-keeper.ts')
      .then(({ RunKeeper: Keeper }) => Keeper.open(this.store, this.screenId, this.changed))
      .then(end, () => {
        end(null);
        setTimeout(() => (this.keeper = undefined), BRING_AGAIN_MS);
      });
  }

  /** A board has found nothing of what it was given: what comes after it is shown for a while. */
  nothingOf({ item }: Showing): void {
    if (item !== null) this.#empty.set(itemKey(item), performance.now());
  }

  #isEmpty(key: string): boolean {
    const sinceMs = this.#empty.get(key);
    if (sinceMs === undefined) return false;
    if (performance.now() - sinceMs < AGAIN_AFTER_MS) return true;
    this.#empty.delete(key);
    return false;
  }
}
