import type { Guard } from '../../kernel/guards.ts';
import type { Heard, KnownHub } from './believe.ts';

/** What an answer is that was not simply believed. */
export type Judgement<T> =
  /** The hub's own, of a build that says no id. */
  | { readonly type: 'older'; readonly value: T }
  /** The hub refuses. */
  | { readonly type: 'refusal' }
  /** Another hub's. */
  | { readonly type: 'another' }
  /** Nobody's: a network's page, half an answer, one of another shape. */
  | { readonly type: 'nobody' };

/**
 * Judges an answer that was not believed. One without an id may be the hub's, put back to an older build: where it names
 * what nobody else knows, where the hub is known to be of such a build, or where no id has been heard yet. A refusal
 * without one must be worded as hubs word theirs: a network's 401 signs nobody out, and its 404 drops no code.
 */
export function judge<T>(
  heard: Heard,
  hub: KnownHub,
  { isAnswer, mayBeOlder }: { readonly isAnswer: Guard<T>; readonly mayBeOlder: boolean },
): Judgement<T> {
  const { status, hub: id, body } = heard;
  const known = hub.id();
  if (id !== null && known !== null && id !== known) return { type: 'another' };
  if (status >= 300) return id !== null || isRefusal(heard) ? { type: 'refusal' } : { type: 'nobody' };
  if (id === null && (mayBeOlder || known === null) && isAnswer(body)) return { type: 'older', value: body };
  return { type: 'nobody' };
}

const isRefusal = ({ status, body }: Heard): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Reflect.get(body, 'status') === status &&
  String(Reflect.get(body, 'type')).startsWith('urn:leling:');
