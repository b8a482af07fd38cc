import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const WORTH_IT = /\.(js|css|html|svg|json|webmanifest)$/;
/** Below this a compressed file saves less than its own headers. */
const LEAST_BYTES = 1024;

/**
 * Writes a `.br` and a `.gz` beside each text file of the built app, for the hub to send as they are.
 * @param {string} folder
 */
export function compressFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !WORTH_IT.test(entry.name) || statSync(file).size < LEAST_BYTES) continue;
    const data = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }),
    );
  }
}
