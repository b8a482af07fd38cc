import { isNumber, isText, listOf, shape } from '../../kernel/guards.ts';
import { decodeFrames, encodeFrames } from '../journal/files/frames.ts';
import { placesHere, type Place } from './places.ts';

/**
 * What a device proves itself with when its cookie is gone; `next` while it is being put in its place. `before`, the newest
 * first: what a hub knows that was put back to a time before this one.
 */
export interface Proof {
  readonly proof: string;
  readonly next?: string;
  readonly before?: readonly string[];
}

/** Who this browser is, as it is kept beside Local Storage. */
interface Identity {
  /** Grows with each writing: of two copies the newer is believed. */
  readonly generation: number;
  /** What stood in Local Storage, by its key. */
  readonly texts: Readonly<Record<string, string>>;
  /** By device. Here alone: not in Local Storage, which is flushed when the browser likes. */
  readonly proofs: Readonly<Record<string, Proof>>;
}

const nobody: Identity = { generation: 0, texts: {}, proofs: {} };

/** The newest copy that is whole; nothing in it where there is none. */
export async function readIdentity(places: readonly Place[] = placesHere()): Promise<Identity> {
  return newestOf(await readAll(places));
}

/**
 * Brings every copy up to what `becomes` makes of the newest; one page at a time. Where nothing is new only copies that
 * are behind or damaged are written. False when no place has taken it.
 */
export function changeIdentity(
  becomes: (now: Identity) => Identity,
  places: readonly Place[] = placesHere(),
): Promise<boolean> {
  return alone(async () => {
    const before = await readAll(places);
    const newest = newestOf(before);
    const next = becomes(newest);
    const isNew = next !== newest;
    const now = isNew ? { ...next, generation: newest.generation + 1 } : newest;
    if (now.generation === 0) return false;
    const bytes = encodeFrames([JSON.stringify(now)]);
    const written = await Promise.all(
      places.map(async (place, at) => {
        if (before[at]?.generation === now.generation) return true;
        return place.write(bytes).then(
          () => true,
          () => false,
        );
      }),
    );
    return written.includes(true);
  });
}

const readAll = (places: readonly Place[]): Promise<readonly Identity[]> =>
  Promise.all(places.map((place) => place.read().then(identityIn, () => nobody)));

const newestOf = (copies: readonly Identity[]): Identity =>
  copies.reduce((newest, one) => (one.generation > newest.generation ? one : newest), nobody);

function identityIn(bytes: Uint8Array | null): Identity {
  const [text] = bytes === null ? [] : decodeFrames(bytes);
  if (text === undefined) return nobody;
  try {
    const value: unknown = JSON.parse(text);
    return isIdentity(value) ? value : nobody;
  } catch {
    return nobody;
  }
}

const isProof = (value: unknown): value is Proof =>
  shape<{ proof: string }>({ proof: isText })(value) &&
  (!('next' in value) || value.next === undefined || isText(value.next)) &&
  (!('before' in value) || value.before === undefined || isTexts(value.before));
const isTexts = listOf<string>(isText);
const recordOf =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is Record<string, T> =>
    typeof value === 'object' && value !== null && Object.values(value).every((one) => is(one));
const isIdentity = shape<Identity>({
  generation: isNumber,
  texts: recordOf(isText),
  proofs: recordOf(isProof),
});

/** Without locks (no secure context) no face gets this far. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('leling-identity', work);
