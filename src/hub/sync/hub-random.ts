import { randomBytes, randomUUID } from 'node:crypto';

/** Where the hub's names of things come from. */
export interface HubRandom {
  /** An epoch's or a run's name. */
  name(): string;
  /** A mutation's, sorted by time. */
  uuid7(nowMs: number): string;
}

export const systemRandom: HubRandom = {
  name: () => randomUUID(),
  uuid7(nowMs) {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(nowMs, 0, 6);
    bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  },
};
