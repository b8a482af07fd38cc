import { correction, generate, mode } from 'lean-qr';

/** A QR code as a drawing: how many modules it is wide, with nothing around it, and the path of the dark ones. */
interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/**
 * How a text is written in a code. Not as Kanji, which is shorter for some Han: beside letters in UTF-8 readers take one
 * for the other, and half a sentence comes out as another.
 */
const modes = [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8];

/** Throws where the text is too long for any code. */
export function qrOf(text: string): QrDrawing {
  const code = generate(text, { minCorrectionLevel: correction.L, modes });
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return { size: code.size, path };
}
