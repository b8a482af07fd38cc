/** A browser of some engine with one page, as far as these tests need it. */
export interface Driven {
  /** What the engine calls itself. */
  readonly version: string;
  /** Opens an address in its page, of this size where the engine can be told. */
  goto(url: string, size: { readonly width: number; readonly height: number }): Promise<void>;
  /** What its pages have complained of so far: errors thrown, and what was said on `console.error`. */
  readonly errors: readonly string[];
  /** The value of an expression in its page; of a promise, what it comes to. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** An engine that can be started on a profile's folder, closed, and started on it again. */
export interface Engine {
  readonly name: string;
  /** What no test can be blamed for, by the step that cannot be done: printed as such. */
  readonly cannot: Readonly<Record<string, string>>;
  start(profile: string): Promise<Driven>;
}
