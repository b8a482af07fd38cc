import { askRunner } from './input-here.ts';

/** What is used of the reader: it is in its package as a page loads it, with its WebAssembly beside it. */
interface Reader {
  prepareZXingModule(options: { overrides: { locateFile(file: string): string } }): unknown;
  readBarcodes(seen: ImageData, how: { formats: readonly ['QRCode'] }): Promise<readonly { text: string }[]>;
}
const PACKAGE = '/node_modules/zxing-wasm/dist';

/**
 * A telephone held up to a glass: what its viewfinder shows is 1,920 pixels over 69°, as the main lens of an ordinary one
 * sees it; its picture is far finer.
 */
const PX_OVER_TANGENT = 1920 / (2 * Math.tan((34.5 * Math.PI) / 180));

let reader: Promise<Reader> | null = null;

async function bringReader(): Promise<Reader> {
  const brought: Reader = await import(`${PACKAGE}/es/reader/index.js`);
  brought.prepareZXingModule({ overrides: { locateFile: (file) => `${PACKAGE}/reader/${file}` } });
  return brought;
}

/** Makes the window the size of a glass. */
export async function beGlass(widthPx: number, heightPx: number): Promise<void> {
  await askRunner('glass', { width: widthPx, height: heightPx });
}

/** The texts of the QR codes on the page, as a telephone reads them from so far off a glass that is so wide. */
export async function readFrom(distanceMm: number, glassMm: number): Promise<readonly string[]> {
  const png = await (await fetch(`data:image/png;base64,${String(await askRunner('see', null))}`)).blob();
  const widthPx = Math.round((glassMm / distanceMm) * PX_OVER_TANGENT);
  const whole = await createImageBitmap(png);
  const seen = await createImageBitmap(whole, {
    resizeWidth: Math.min(widthPx, whole.width),
    resizeQuality: 'high',
  });
  const sheet = new OffscreenCanvas(seen.width, seen.height).getContext('2d');
  if (sheet === null) throw new Error('nothing to draw on');
  sheet.drawImage(seen, 0, 0);
  const { readBarcodes } = await (reader ??= bringReader());
  const found = await readBarcodes(sheet.getImageData(0, 0, seen.width, seen.height), {
    formats: ['QRCode'],
  });
  return found.map(({ text }) => text);
}
