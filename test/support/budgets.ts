export const kB = 1000;

/** The most JavaScript and CSS that a face needs to its first useful paint, each file gzipped by itself, in bytes. */
export const bytesToPaint = { screen: 45 * kB, kiosk: 60 * kB, staff: 200 * kB } as const;

/** The most that a television loads besides to show another board than it starts with, in bytes, gzipped likewise. */
export const bytesToAnotherBoard = 30 * kB;
