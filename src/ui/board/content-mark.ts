/** A number that stands for what is on a board: equal numbers mean equal content, as far as 32 bits tell. */
export function contentMark(lines: readonly string[]): number {
  let hash = 2_166_136_261;
  for (const letter of lines.join('\n')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
