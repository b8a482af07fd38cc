import type { Actor } from '../../src/kernel/mutation.ts';

/** What a request carries to say whose it is. */
export interface Cookies {
  /** Null once the browser has lost it. */
  readonly device: object | null;
  readonly session: object | null;
}

type Person = Extract<Actor, { readonly type: 'staff' }>;

/**
 * Who a console is to the hub: the cookies that all its pages share, and what the hub makes of them. One person at a
 * time is signed in on it; the pages of another stay open, and what they send carries the cookies of whoever is.
 */
export class SignIns {
  readonly people: readonly Person[];
  #held: Cookies = { device: null, session: null };
  /** What the hub takes, and for whom. */
  #taken: Cookies = this.#held;
  #person: Person | null = null;

  constructor(people: readonly Person[]) {
    this.people = people;
  }

  /** What a request takes along that leaves now. */
  get cookies(): Cookies {
    return this.#held;
  }

  /** Who is signed in now; null when nobody is. */
  get person(): Person | null {
    return this.#taken.session !== null && this.#taken.session === this.#held.session ? this.#person : null;
  }

  /** Somebody signs in: whoever was there is out, and a browser that had lost its cookie is this console again. */
  signIn(person: Person): void {
    this.#held = this.#taken = { device: {}, session: {} };
    this.#person = person;
  }

  /** The session ends at the hub: the PIN was changed elsewhere, or nobody was there for a month. */
  end(): void {
    this.#taken = { ...this.#taken, session: null };
  }

  /** The browser loses its cookies; its store stays. */
  lose(): void {
    this.#held = { device: null, session: null };
  }

  /** The next of the people of this console. */
  next(): Person | undefined {
    const at = this.people.findIndex((one) => one === this.#person);
    return this.people[(at + 1) % this.people.length];
  }

  /** Whom the hub takes a request for when it arrives; undefined when it knows nothing of it. */
  whose({ device, session }: Cookies): Actor | undefined {
    if (device === null || device !== this.#taken.device) return undefined;
    if (this.#person !== null && session !== null && session === this.#taken.session) return this.#person;
    const [{ deviceId, centreId } = { deviceId: undefined, centreId: undefined }] = this.people;
    if (deviceId === undefined) return undefined;
    return { type: 'device', deviceId, deviceKind: 'console', centreId };
  }
}
