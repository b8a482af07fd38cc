import { correction, generate } from 'lean-qr';

/** A QR code as a drawing: how many modules it is wide, with nothing around it, and the path of the dark ones. */
interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** Throws where the text is too long for any code. */
export function qrOf(text: string): QrDrawing {
  const code = generate(text, { minCorrectionLevel: correction.L });
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return { size: code.size, path };
}
