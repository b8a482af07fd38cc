import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change } from '../../../app/change.ts';
import type { Made } from '../../../protocol/client/api.ts';
import type { DirectCall } from './direct-call.ts';
import { newVisit, noteMade, type OwnCall } from './this-visit.ts';

/** A disk that has not kept it by then hangs: the hub is told past it. */
const HANGS_MS = 3000;
/** A call that could not even be kept here is tried again after so long. */
const TRY_AGAIN_MS = 10_000;

interface Around {
  readonly change: Change;
  readonly direct: DirectCall;
  readonly device: () => { readonly id: string; readonly place: string } | undefined;
  /** Another than who made the call may stand there by now. */
  readonly mayBeAnother: () => boolean;
  /** A call is made, in this person's name. */
  readonly made: () => void;
  /** Something else is to be said than before. */
  readonly stepped: () => void;
}

/** The calls of one visit: kept on the disk, or told to the hub past it, and never two of one press. */
export class OwnCalls implements ReactiveController {
  /** The call this visit is about, from when it is kept; it stays when it is over. */
  own: OwnCall | null = null;
  /** Nobody has what was pressed last. */
  failed = false;
  #visit = newVisit();
  #triedAt = 0;
  #tried: OwnCall['kind'] = 'help';
  /** What is on its way to the disk. */
  #raising: OwnCall['kind'] | null = null;
  #isHere = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly around: Around,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#isHere = true;
  }

  hostDisconnected(): void {
    this.#isHere = false;
  }

  /** Goes on with a call that was made before another page was looked at. */
  goOnWith(call: OwnCall): void {
    this.own = call;
    this.#visit = call.visit;
    if (call.direct) void this.around.direct.resume(this.#deviceId, call);
  }

  /** What nobody has is tried once more, when it is time for that. */
  tryAgain(nowMono: number): void {
    if (this.failed && nowMono - this.#triedAt >= TRY_AGAIN_MS) void this.raise(this.#tried);
  }

  /** @param before the call whose place it takes: one person is one call */
  async raise(kind: OwnCall['kind'], before = this.#before): Promise<void> {
    // A second press, while the disk is slow, is the same.
    if (this.#raising === kind) return;
    this.#raising = kind;
    // What is tried again is the same call.
    if (before === null && (!this.failed || this.around.mayBeAnother())) this.#visit = newVisit();
    const call = { visit: this.#visit, kind, madeAt: performance.now() };
    this.#triedAt = call.madeAt;
    this.#tried = kind;
    const keeping = this.#keep(call);
    const made = await Promise.race([keeping, hangs()]);
    this.#raising = null;
    this.failed = made?.ok !== true;
    if (made?.ok === true) await this.#became({ ...call, callId: made.mid }, before ?? this.#ofSame(call));
    else {
      void this.#raiseDirectly(call, before);
      if (made === null) void keeping.then((late) => this.#keptLate(late, call, before));
    }
    this.around.stepped();
  }

  async takeBack(own: OwnCall, helped: boolean): Promise<void> {
    if (own.direct) return this.around.direct.end(own, helped);
    const { callId, visit } = own;
    await this.around.change.run('help.withdraw', { callId, visit, ...(helped ? { helped } : {}) });
  }

  get #before(): OwnCall | null {
    return this.around.mayBeAnother() ? null : this.own;
  }

  /** What a disk that hung has kept of the same visit meanwhile. */
  #ofSame({ visit }: Omit<OwnCall, 'callId'>): OwnCall | null {
    return this.own?.visit === visit ? this.own : null;
  }

  get #deviceId(): string {
    return this.around.device()?.id ?? '';
  }

  async #keep({ visit, kind }: Omit<OwnCall, 'callId'>): Promise<Made | null> {
    const place = this.around.device()?.place;
    if (place === undefined) return null;
    const kindIf = kind === 'emergency' ? { kind } : {};
    return this.around.change.run('help.raise', { place, visit, ...kindIf });
  }

  /** A disk that hung has kept it after all: it is this person's where they have no other by now. */
  async #keptLate(late: Made | null, call: Omit<OwnCall, 'callId'>, before: OwnCall | null): Promise<void> {
    if (late?.ok !== true) return;
    const own = { ...call, callId: late.mid };
    if (!this.failed) return this.takeBack(own, false);
    this.failed = false;
    await this.#became(own, before);
    this.around.stepped();
  }

  /** There is no store to keep a call in: the hub itself is told, and nothing is said that it has not said. */
  async #raiseDirectly(call: Omit<OwnCall, 'callId'>, before: OwnCall | null): Promise<void> {
    const taken = await this.around.direct.raise(this.#deviceId, call.visit, call.kind);
    if (taken === null || !this.#isHere || !this.failed) return;
    this.failed = false;
    await this.#became({ ...call, callId: taken.id, direct: true }, before);
    this.around.stepped();
  }

  /** @param before the call whose place it takes */
  async #became(own: OwnCall, before: OwnCall | null): Promise<void> {
    noteMade(own.callId);
    this.own = own;
    this.around.made();
    this.host.requestUpdate();
    if (before !== null) await this.takeBack(before, false);
  }
}

const hangs = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), HANGS_MS));
