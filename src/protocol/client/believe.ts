import type { Guard } from '../../kernel/guards.ts';

/** What came back from the hub's address, whoever sent it. */
export interface Heard {
  readonly status: number;
  /** The hub's id in its header; null where there is none: somebody else's answer, or an older build's. */
  readonly hub: string | null;
  /** The body as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** What a device knows of its hub. */
export interface KnownHub {
  /** Its id; null before it has been heard. */
  id(): string | null;
  /** An answer was believed that was given under this id. */
  heard(id: string): void;
}

/**
 * The answer, where it is the hub's beyond doubt: by its id, by its shape, and by whom it names. What is not is nothing,
 * until `judge` has looked at it: no field of it is used.
 */
export function believed<T>(
  { status, hub: id, body }: Heard,
  hub: KnownHub,
  isAnswer: Guard<T>,
): T | undefined {
  if (status >= 300 || id === null || (hub.id() ?? id) !== id || !isAnswer(body)) return undefined;
  hub.heard(id);
  return body;
}
