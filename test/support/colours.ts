export type Colour = readonly [number, number, number];

/** A colour as computed styles say it: `rgb(34, 28, 21)`. */
export function colourOf(said: string): Colour {
  const [r = 0, g = 0, b = 0] = (/\(([^)]*)\)/.exec(said)?.[1] ?? '').split(',').map(Number);
  return [r, g, b];
}

/** Whether nothing lies behind it that is seen. */
export const isOpaque = (said: string): boolean => {
  const [, , , alpha = 1] = (/\(([^)]*)\)/.exec(said)?.[1] ?? '').split(',').map(Number);
  return alpha === 1;
};

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How far two colours are apart, as WCAG counts: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
