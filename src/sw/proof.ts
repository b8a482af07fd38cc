import type { Proof } from './build-list.ts';

export async function sha256(content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether this is, byte for byte, the file that the build's list names. */
export const proves = async (content: ArrayBuffer, { bytes, sha256: wanted }: Proof): Promise<boolean> =>
  content.byteLength === bytes && (await sha256(content)) === wanted;

/** The whole of an answer; null where it cannot be read (a cut line, a damaged disk). */
export const contentOf = (answer: Response): Promise<ArrayBuffer | null> =>
  answer.arrayBuffer().then(
    (content) => content,
    () => null,
  );
