/** One file of a build, and what it must be to be believed. */
export interface Proof {
  /** Its path on the hub: `/assets/kiosk-BBlNC.js`. */
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a hub says of the build it serves (`/build.json`, written by src/setup/build-list.mjs). */
export interface BuildList {
  readonly id: string;
  readonly protocol: number;
  readonly files: readonly Proof[];
  /** How long a page of it may take to its face on the glass. */
  readonly readyWithinMs: number;
  /** How long, with the hub answering, its faces may take to their first sync. */
  readonly syncWithinMs: number;
}

const READY_WITHIN_MS = 30_000;
const SYNC_WITHIN_MS = 300_000;
const FORMAT = 1;
const MOST_FILES = 2000;
const MOST_BYTES = 32 * 1024 * 1024;

/** A list of files as a hub of ours writes it; null for anything else, a cut one or a stranger's page among them. */
export function readProofs(text: string): readonly Proof[] | null {
  const said = objectOf(text);
  return said === null ? null : proofsOf(said);
}

/** The same of a whole build. */
export function readBuildList(text: string): BuildList | null {
  const said = objectOf(text);
  const files = said === null ? null : proofsOf(said);
  if (said === null || files === null || files.length === 0) return null;
  const { id, protocol, trial } = said;
  if (typeof id !== 'string' || !/^[\w.-]{1,64}$/.test(id) || typeof protocol !== 'number') return null;
  if (!files.some(({ url }) => url.endsWith('.html'))) return null;
  const times = isObject(trial) ? trial : {};
  return {
    id,
    protocol,
    files,
    readyWithinMs: within(times['readyWithinMs'], READY_WITHIN_MS),
    syncWithinMs: within(times['syncWithinMs'], SYNC_WITHIN_MS),
  };
}

function proofsOf(said: Readonly<Record<string, unknown>>): readonly Proof[] | null {
  const { format, files } = said;
  if (format !== FORMAT || !Array.isArray(files) || files.length > MOST_FILES) return null;
  return files.every(isProof) ? files : null;
}

/** Also read from the device's own disk. */
export function isProof(value: unknown): value is Proof {
  if (!isObject(value)) return false;
  const { url, bytes, sha256 } = value;
  return (
    typeof url === 'string' &&
    /^(\/[\w.-]+)+$/.test(url) &&
    !url.includes('/..') &&
    typeof bytes === 'number' &&
    bytes >= 0 &&
    bytes <= MOST_BYTES &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const said: unknown = JSON.parse(text);
    return isObject(said) ? said : null;
  } catch {
    return null;
  }
}

/** A build may ask for another time than others, and for no senseless one. */
const within = (asked: unknown, usual: number): number =>
  typeof asked === 'number' && asked >= 1000 && asked <= 600_000 ? asked : usual;
