import type { Clock, Randomness, Timers } from '../protocol/client/ports.ts';

/** Chance from the engine's own generator. */
export const deviceRandom: Randomness = {
  next: () => Math.random(),
  uuid7(nowMs) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const view = new DataView(bytes.buffer);
    // 48 bits of time, then version and variant over what chance has filled in.
    view.setUint16(0, Math.floor(nowMs / 2 ** 32));
    view.setUint32(2, nowMs % 2 ** 32);
    view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
    view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  },
};

/** The browser's clocks; monotonic values can be compared within one load of the page. */
export const deviceClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  bootId: deviceRandom.uuid7(Date.now()),
};

export const deviceTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
