import type { WireMutation } from '../../protocol/wire/wire.ts';

/** A journal entry as it was written, or null when it is not one. */
export function parseMutation(text: string | undefined): WireMutation | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isMutation(value) ? value : null;
  } catch {
    return null;
  }
}

/** The checksum has vouched for the rest; this tells an entry from another build's. */
function isMutation(value: unknown): value is WireMutation {
  if (typeof value !== 'object' || value === null) return false;
  return 'mid' in value && typeof value.mid === 'string' && 'seq' in value && typeof value.seq === 'number';
}
