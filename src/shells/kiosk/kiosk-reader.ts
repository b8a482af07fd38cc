import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { deviceContext, storeContext } from '../../app/contexts.ts';
import type { Comfort } from './comfort.ts';
import type { LlKioskBar } from './kiosk-bar.ts';
import { findReader, type PageReader } from './page-reader.ts';

interface Glass extends ReactiveControllerHost, HTMLElement {
  readonly comfort: Comfort;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Somebody is using it. */
  busy(): boolean;
  readable(): { readonly element: Element; readonly at: DOMRect } | null;
  stay(): void;
}

const NEXT = { silent: 'read', normal: 'readSlower', slow: 'readNoMore' } as const;

/** 读给我听 as the kiosk offers it: what the next press does, and what came of the last. */
export class KioskReader {
  /** What 读给我听 does next; null while nobody can read aloud. */
  next: LlKioskBar['reading'] = null;
  /** Nobody could say what was to be read. */
  unsaid = false;
  /** Whoever is here has been read to slowly. */
  heardSlowly = false;
  #reader: PageReader | null = null;
  #finding: Promise<void> | null = null;
  readonly #glass: Glass;
  readonly #device: ContextConsumer<typeof deviceContext, Glass>;
  readonly #store: ContextConsumer<typeof storeContext, Glass>;

  constructor(glass: Glass) {
    this.#glass = glass;
    this.#device = new ContextConsumer(glass, { context: deviceContext, subscribe: true });
    this.#store = new ContextConsumer(glass, { context: storeContext, subscribe: true });
  }

  /** Somebody is read to now. */
  get reads(): boolean {
    return this.next !== null && this.next !== 'read';
  }

  /** Looks for a voice where none has been found: the hub may have been away, or without one, when it was asked. */
  find(): Promise<void> {
    // Two that look at once would each find one, and the later silence what the earlier is saying.
    this.#finding ??= this.#find().finally(() => (this.#finding = null));
    return this.#finding;
  }

  async #find(): Promise<void> {
    const [device, store] = [this.#device.value, this.#store.value];
    if (device === undefined || store === undefined || this.#reader !== null) return;
    const glass = this.#glass;
    this.#reader = await findReader(
      device,
      { store, isFree: () => !glass.busy() },
      {
        root: glass.renderRoot,
        page: () => glass.readable(),
        changed: (reading, unsaid) => {
          this.next = NEXT[reading ?? 'silent'];
          this.unsaid = unsaid;
          if (reading !== null) this.heardSlowly = reading === 'slow';
          glass.requestUpdate();
          glass.stay();
        },
      },
    );
    this.next = this.#reader === null ? null : 'read';
    glass.requestUpdate();
  }

  press(): void {
    this.#reader?.press(this.#glass.comfort.slow);
  }

  /** The page shows something else: what was read, or could not be, is no longer there. */
  pageChanged(): void {
    this.unsaid = false;
    this.#reader?.pageChanged();
    this.#glass.requestUpdate();
  }

  /** Whoever was here is gone. */
  forget(): void {
    this.heardSlowly = false;
    this.#glass.requestUpdate();
  }
}
