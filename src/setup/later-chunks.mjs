import { closure, everReached } from './module-graph.mjs';

/** @typedef {import('./module-graph.mjs').Look} Look */

/** A part that is loaded later has a file of its own when it has so much for itself, in characters as the bundler holds them. */
const OWN_FILE = 8000;

/** Where each byte before the first paint is counted, a file holds only what the page starts with. */
const counted = ['kiosk', 'screen', 'index', 'come'];

/** What a face loads before its first content stands, though beside its start: nothing else comes in its files. */
const besideStart = /\/(?:kiosk-nouns|making|making-room|confirmed-line|first-place|turn)\.ts$/;

/** What may be the first thing on a television: it does not wait for what the rest of the day needs. */
const ofBoard = /\/features\/[^/]+\/board\//;

/**
 * Chunk groups for what is loaded later. Every device fetches, proves and keeps each file of the build: cut by who wants
 * a piece, as a bundler does by itself, it comes in two hundred, most under three kilobytes. Here what the same faces come
 * to load is one file, save long parts that one place alone asks for, which nobody else should have to read.
 *
 * No two of these files need each other, or modules would run before what they stand on: what several share needs nothing
 * that one part has for itself, and only what at least the same faces have; what boards need, boards have.
 * @param {Record<string, string>} pages the pages that are built, by name
 * @param {(id: string) => boolean} isLeft which modules stay where the bundler puts them
 */
export function laterChunks(pages, isLeft) {
  /** @type {Map<string, Place> | undefined} */
  let places;
  // What more faces have is taken first.
  const counts = Object.keys(pages).map((_page, at, { length }) => length - at);
  return counts.map((count) => ({
    debugName: `later, for ${count}`,
    includeDependenciesRecursively: false,
    /** @param {string} id @param {{ getModuleInfo: Look }} context */
    name: (id, context) => {
      places ??= placesOf(pages, isLeft, (other) => context.getModuleInfo(other));
      const place = places.get(id);
      return place?.faces === count ? place.name : null;
    },
  }));
}

/** @typedef {{ name: string, faces: number }} Place the file for a module, and how many faces come to load it */

/**
 * The places of the modules that are not left to the bundler.
 * @param {Record<string, string>} pages @param {(id: string) => boolean} isLeft @param {Look} look
 */
function placesOf(pages, isLeft, look) {
  const faces = Object.entries(pages).map(([face, page]) => {
    return { face, start: closure(page, look), ever: everReached(page, look) };
  });
  const every = new Set(faces.flatMap(({ ever }) => [...ever]));
  const roots = new Set([...every].flatMap((id) => look(id)?.dynamicallyImportedIds ?? []));
  const parts = [...roots].map((root) => ({ root, holds: closure(root, look) }));
  const beside = new Set(
    [...every].filter((id) => besideStart.test(id)).flatMap((id) => [...closure(id, look)]),
  );
  const boards = new Set(parts.filter(({ root }) => ofBoard.test(root)).flatMap(({ holds }) => [...holds]));
  const later = [...every].filter((id) => !faces.some(({ start }) => start.has(id)));
  /** @param {string} id */
  const partsWith = (id) => parts.filter(({ holds }) => holds.has(id));
  /** What each part has for itself, in characters. @type {Map<string, number>} */
  const own = new Map();
  for (const id of later) {
    const [only, another] = partsWith(id);
    if (only && !another) own.set(only.root, (own.get(only.root) ?? 0) + (look(id)?.code?.length ?? 0));
  }
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const id of every) {
    if (isLeft(id) || beside.has(id)) continue;
    const starting = faces.filter(({ start }) => start.has(id)).map(({ face }) => face);
    const having = faces.filter(({ ever }) => ever.has(id)).map(({ face }) => face);
    const place = { name: `${boards.has(id) ? 'boards-' : ''}${having.join('-')}`, faces: having.length };
    if (starting.length > 0) {
      if (having.length > 1 && !starting.some((face) => counted.includes(face)))
        places.set(id, { ...place, name: `start-of-${starting.join('-')}-for-${place.name}` });
    } else {
      const [only, another] = partsWith(id);
      if (another || (only && (own.get(only.root) ?? 0) < OWN_FILE))
        places.set(id, { ...place, name: `later-${place.name}` });
    }
  }
  return places;
}
