/** What is written in a cell, without what nobody sees at its ends, its lines parted by one sign. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|_x000D_\n?/g, '\n')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .trim();
