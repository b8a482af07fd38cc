import { laterChunks } from './later-chunks.mjs';
import { closure } from './module-graph.mjs';

const faces = ['kiosk', 'screen', 'staff'];
/** What every page imports by name of a package that it uses only a part of. */
const rarely = /decorators\/(?:query|base|event|consume)/;

/** @typedef {import('./module-graph.mjs').Look} Look */

/**
 * Chunk groups for rolldown's `codeSplitting`: what every face starts with is one file, and what the pages without a
 * store start with too is another. Cut by who else wants a piece, as a bundler does by itself, it comes in eight, and
 * what is compressed apart weighs two kilobytes more.
 * @param {Record<string, string>} pages the pages that are built, by name
 */
export function faceChunks(pages) {
  /** @type {Map<string, Set<string>>} */
  const starts = new Map();
  /** @param {string} id @param {{ getModuleInfo: Look }} context */
  const startsOf = (id, context) => {
    for (const [page, file] of Object.entries(pages)) {
      if (!starts.has(page))
        starts.set(
          page,
          closure(file, (other) => context.getModuleInfo(other)),
        );
    }
    return [...starts].filter(([, start]) => start.has(id)).map(([page]) => page);
  };
  /** @param {string} id @param {{ getModuleInfo: Look }} context */
  const usersOf = (id, context) => {
    const users = startsOf(id, context);
    return rarely.test(id) || !faces.every((face) => users.includes(face)) ? [] : users;
  };
  // The first takes what it needs with it, and the second what is left.
  const shared = [
    { name: 'page', over: faces.length },
    { name: 'face', over: faces.length - 1 },
  ].map(({ name, over }) => ({
    debugName: name,
    /** @param {string} id @param {{ getModuleInfo: Look }} context */
    name: (id, context) => (usersOf(id, context).length > over ? name : null),
  }));
  // What a television starts with is one file, also where a console draws a television's board once somebody looks at one.
  const television = {
    /** @param {string} id @param {{ getModuleInfo: Look }} context */
    name: (id, context) =>
      startsOf(id, context).join() === 'screen' && !isStart.test(id) ? 'television' : null,
  };
  // What home and the pages behind it both want is one file too, not one for each.
  const kiosk = { name: (/** @type {string} */ id) => (ofKiosk.test(id) ? 'kiosk-element' : null) };
  return [...shared, television, kiosk, ...laterChunks(pages, (id) => rarely.test(id))];
}

/** What starts a face when it is loaded: nobody else may come by it. */
const isStart = /\/shells\/screen\/main\.ts$|\.html/;

const ofKiosk = /\/ui\/(?:kiosk\/(?:kiosk-element|before-paint)|common\/shared-styles)\.ts$/;

/**
 * For Vite's `modulePreload.resolveDependencies`: which files are asked for together with a part that is loaded later.
 * Those that every page has are left out, and so is all that the common file loads: what it loads comes after the first
 * paint, and the names, which nothing compresses, weigh a quarter of a kilobyte before it.
 * @param {string} _file @param {readonly string[]} needed
 * @param {{ hostId: string, hostType: 'html' | 'js' }} host
 */
export function loadedTogether(_file, needed, { hostId, hostType }) {
  if (hostType === 'html') return [...needed];
  return common.test(hostId) ? [] : needed.filter((file) => !common.test(file));
}

const common = /(?:^|\/)(?:page|face)-[\w-]{8}\.js$/;
