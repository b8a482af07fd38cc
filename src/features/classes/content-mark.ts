/** A short mark of what stands on a board: equal marks mean equal content, as far as eight hex digits tell. */
export function contentMark(lines: readonly string[]): string {
  let hash = 2_166_136_261;
  for (const letter of lines.join('\n')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
