import type { Journal } from '../../protocol/client/ports.ts';
import type { WireMutation } from '../../protocol/wire/wire.ts';

/** A journal that is opened when it is first needed: a page that only shows waits for no worker, and loads none. */
export class JournalOnDemand implements Journal {
  #journal: Promise<Journal> | undefined;
  /** Called whenever something was forgotten. */
  forgotten: () => void = () => undefined;

  constructor(
    private readonly open: () => Promise<Journal>,
    private readonly wasWritten: () => Promise<boolean>,
  ) {}

  /** Opens it before it is needed: what it is made of must not be asked of a network that is gone by then. */
  async prepare(): Promise<void> {
    await this.#opened();
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    await (await this.#opened()).append(mutations);
  }

  async readAll(): Promise<readonly WireMutation[]> {
    if (this.#journal === undefined && !(await this.wasWritten())) return [];
    return (await this.#opened()).readAll();
  }

  /** Takes off the disk what was forgotten or written over; false where it is not gone yet. */
  async tidy(): Promise<boolean> {
    return (await (await this.#opened()).tidy?.()) ?? true;
  }

  async forget(mids: readonly string[]): Promise<void> {
    await (await this.#opened()).forget(mids);
    this.forgotten();
  }

  #opened(): Promise<Journal> {
    this.#journal ??= this.open().catch((error: unknown) => {
      this.#journal = undefined;
      throw error;
    });
    return this.#journal;
  }
}
