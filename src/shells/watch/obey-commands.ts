import type { CommandWord, DeviceCommand } from '../../features/devices/model/command.ts';
import type { LocalStore } from '../../protocol/client/api.ts';

/** How a command ended, or that it waits until nobody uses the glass. */
type Outcome = 'done' | 'waits' | 'late' | 'cannot';

/** So often it is looked whether the glass has come to be free for what waits. */
const LOOK_MS = 1000;

interface Obeying {
  /** What this glass knows how to do; resolves once it is done, and to be seen where there is something to see. */
  readonly acts: { readonly [W in CommandWord]?: (command: DeviceCommand) => Promise<'done' | 'cannot'> };
  /** True while somebody uses the glass or follows it: what would disturb them waits. */
  readonly busy: () => boolean;
  /** Which asking of each word was dealt with last, kept over the page's end. */
  readonly notes: { read(): string | null; write(text: string): void };
}

/**
 * Does what staff ask of this glass and says how it went. Each asking is done once, also where the page ends meanwhile;
 * one whose time is over by the hub's clock is not done, however late the device hears of it.
 */
export class ObeyCommands {
  readonly #pending = new Map<CommandWord, DeviceCommand>();
  #acting = false;
  #stop: () => void;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly store: LocalStore,
    private readonly obeying: Obeying,
  ) {
    this.#stop = store.watch(
      (view) => view.list('device', 'deviceCommand'),
      (commands) => this.#heard(commands),
      () => undefined,
    );
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  close(): void {
    this.#stop();
    clearInterval(this.#timer);
  }

  #heard(commands: readonly DeviceCommand[]): void {
    for (const command of commands)
      if (this.#dealtWith()[command.what] !== command.askedId) this.#pending.set(command.what, command);
    this.#look();
  }

  /** Goes through what waits, one at a time, in the order it was asked. */
  #look(): void {
    if (this.#acting || this.#pending.size === 0) return;
    const { quality, nowMs } = this.store.time();
    // Only the hub's clock says whether it is still wanted.
    if (quality !== 'confirmed' || nowMs === null) return;
    const next = [...this.#pending.values()].sort((a, b) => a.atMs - b.atMs);
    for (const command of next) {
      const act = this.obeying.acts[command.what];
      if (nowMs > command.untilMs) this.#end(command, 'late');
      else if (act === undefined) this.#end(command, 'cannot');
      else if (this.obeying.busy() && command.what !== 'volume') this.#say(command, 'waits');
      else return void this.#act(command, act);
    }
  }

  async #act(
    command: DeviceCommand,
    act: (command: DeviceCommand) => Promise<'done' | 'cannot'>,
  ): Promise<void> {
    this.#acting = true;
    try {
      this.#end(command, await act(command));
    } catch (error) {
      console.error(error);
      this.#end(command, 'cannot');
    } finally {
      this.#acting = false;
    }
    this.#look();
  }

  #end(command: DeviceCommand, outcome: Outcome): void {
    this.#pending.delete(command.what);
    this.obeying.notes.write(JSON.stringify({ ...this.#dealtWith(), [command.what]: command.askedId }));
    this.#say(command, outcome);
  }

  readonly #said = new Map<CommandWord, string>();

  #say({ what, askedId }: DeviceCommand, outcome: Outcome): void {
    const said = `${askedId} ${outcome}`;
    if (this.#said.get(what) === said) return;
    this.#said.set(what, said);
    this.store.report({ type: 'command', of: what, what, askedId, outcome });
  }

  #dealtWith(): Readonly<Record<string, unknown>> {
    try {
      const notes: unknown = JSON.parse(this.obeying.notes.read() ?? '{}');
      return typeof notes === 'object' && notes !== null ? { ...notes } : {};
    } catch {
      return {};
    }
  }
}
