import { randomBytes, randomUUID } from 'node:crypto';
import { uuid7 } from '../../kernel/uuid7.ts';

/** Where the hub's names of things come from. */
export interface HubRandom {
  /** An epoch's name, or a key. */
  name(): string;
  /** A mutation's, sorted by time. */
  uuid7(nowMs: number): string;
}

export const systemRandom: HubRandom = {
  name: () => randomUUID(),
  uuid7: (nowMs) => uuid7(nowMs, randomBytes(16)),
};
