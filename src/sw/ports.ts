/** What the worker needs of a `Cache`. */
export type Shelf = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

/** And of `CacheStorage`. */
export interface Shelves {
  open(name: string): Promise<Shelf>;
  delete(name: string): Promise<boolean>;
  keys(): Promise<readonly string[]>;
}

/** Where a second copy lies that what damages the caches does not reach. Nothing of it throws. */
export interface Aside {
  read(name: string): Promise<ArrayBuffer | null>;
  /** Whether it is written. */
  write(name: string, content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** What was written to its end. */
  names(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}

export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** Something was healed: staff read of it on the self-check page. */
export type Healed = (
  kind: 'build-rolled-back' | 'build-refetched' | 'fonts-refetched',
  detail: string,
) => void;
