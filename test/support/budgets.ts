export const kB = 1000;

/** The most JavaScript and CSS that a face needs to its first useful paint, each file gzipped by itself, in bytes. */
export const bytesToPaint = { screen: 45 * kB, kiosk: 60 * kB, staff: 200 * kB } as const;
