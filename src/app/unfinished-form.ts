import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Guard } from '../kernel/guards.ts';
import { orNull, shape } from '../kernel/guards.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { DraftShelf } from './draft-shelf.ts';
import { onStore } from './on-store.ts';

interface Left<T> {
  readonly form: T | null;
}

interface Settings<T> {
  /** Which sort of form: `member`. */
  readonly what: string;
  readonly is: Guard<T>;
  /** It is of people, and lies on this device sealed or not at all. */
  readonly isPersonal?: boolean;
  /** Puts into the fields what was left; null: what stands there where nothing was. */
  readonly show: (form: T | null) => void;
}

/**
 * A form as far as somebody has come with it: there again after a closed tab or a dead battery, for the same person on
 * the same device. Saved or given up, it is gone.
 */
export class UnfinishedForm<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #settings: Settings<T>;
  #store: LocalStore | undefined;
  #shelf: DraftShelf<Left<T>> | null = null;
  #name: string | null = null;
  #written = false;
  /** What was left, while it can be put away or taken back. */
  #left: { readonly form: T; readonly isShown: boolean } | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, settings: Settings<T>) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
    onStore(host, (store) => {
      this.#store = store;
      this.#shelf = null;
    });
  }

  hostConnected(): void {}

  /** Whether what was left stands in the fields, or is put away; null where nothing was left. */
  get left(): 'shown' | 'away' | null {
    return this.#left === null ? null : this.#left.isShown ? 'shown' : 'away';
  }

  /** A form opens: whose it is. What was left of it comes into the fields as soon as it is read. */
  open(name: string): void {
    this.#shelf ??= this.#newShelf();
    this.#name = name;
    this.#written = false;
    this.#left = null;
    const shelf = this.#shelf;
    if (shelf === null) return;
    this.#found(shelf.read(name));
    shelf.recall(name).then(
      (newer) => {
        if (newer !== null && name === this.#name && !this.#written) this.#found(newer);
      },
      (error: unknown) => console.error(error),
    );
  }

  #found({ form }: Left<T>): void {
    if (form === null) return;
    this.#left = { form, isShown: true };
    this.#settings.show(form);
    this.#host.requestUpdate();
  }

  /** Something was typed or pressed. */
  keep(form: T): void {
    if (this.#name === null) return;
    this.#written = true;
    this.#left = this.#left?.isShown === true ? { form, isShown: true } : null;
    this.#shelf?.write(this.#name, { form });
  }

  /** What was left is not wanted: the form begins anew, and it can be taken back while it is open. */
  putAway(): void {
    this.#turn(false);
  }

  takeBack(): void {
    this.#turn(true);
  }

  #turn(isShown: boolean): void {
    if (this.#left === null || this.#name === null) return;
    const { form } = this.#left;
    this.#left = { form, isShown };
    this.#shelf?.write(this.#name, { form: isShown ? form : null });
    this.#settings.show(isShown ? form : null);
    this.#host.requestUpdate();
  }

  /** Saved, or given up. */
  close(): void {
    if (this.#name !== null && (this.#written || this.#left !== null))
      this.#shelf?.write(this.#name, { form: null });
    this.#name = this.#left = null;
    this.#written = false;
  }

  #newShelf(): DraftShelf<Left<T>> | null {
    if (this.#store === undefined) return null;
    return shelfOf(this.#store, this.#settings);
  }
}

/** What is left of a form about something that is no more goes, whatever it is. */
export const forgetUnfinished = (store: LocalStore, what: string, name: string): Promise<void> =>
  shelfOf(store, { what, is: (_): _ is never => false }).forget(name);

const shelfOf = <T>(
  store: LocalStore,
  { what, is, isPersonal = false }: Pick<Settings<T>, 'what' | 'is' | 'isPersonal'>,
): DraftShelf<Left<T>> =>
  new DraftShelf(
    `${store.actor.deviceId}:${store.actor.type === 'staff' ? store.actor.accountId : 'device'}`,
    {
      under: `${what}/`,
      empty: { form: null },
      is: shape<Left<T>>({ form: orNull(is) }),
      isEmpty: ({ form }) => form === null,
      isPersonal,
    },
    store,
  );
