import { OLDER_PUSH_LIMIT, PROTOCOL, PUSH_LIMIT, type AnswerHead } from '../wire/wire.ts';
import type { Trouble } from './ports.ts';

/**
 * Which protocol the hub speaks, as its answers say. A hub that was rolled back to a build of protocol 1 refuses a body
 * with words it does not know: it is asked again by the older rules.
 */
export class HubProtocol {
  #spoken = PROTOCOL;

  get spoken(): number {
    return this.#spoken;
  }

  /** The most mutations it takes in one push. */
  get pushLimit(): number {
    return this.#spoken === 1 ? OLDER_PUSH_LIMIT : PUSH_LIMIT;
  }

  heard({ protocol = 1 }: Pick<AnswerHead, 'protocol'>): void {
    this.#spoken = Math.min(protocol, PROTOCOL);
  }

  /** Whether what was refused is worth asking again at once, by the older rules. */
  steppedDown(trouble: Trouble): boolean {
    const newer = this.#spoken > 1;
    if (trouble.type !== 'problem' || trouble.status !== 400) return false;
    // By the older rules it was refused too: then it is not the words. The next request begins with the newer again.
    this.#spoken = newer ? 1 : PROTOCOL;
    return newer;
  }
}
