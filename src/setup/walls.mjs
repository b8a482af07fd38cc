import { importsOf, under } from './imports.mjs';

/**
 * The walls of the house: what the files of a place may import, by path. `src/setup/check-house.mjs` holds every file to
 * them, types too; `test/setup/walls.test.ts` tries each forbidden import.
 *
 * @typedef {{ place: string, files: RegExp, may: readonly RegExp[], packages: RegExp, why: string }} Wall
 */

const none = /^$/;
const any = /./;
const kernel = /^kernel\//;
const models = /^features\/[^/]+\/model\//;
/** The lists of all nouns: the registry and what is derived from it. */
const lists = /^features\/[^/]+\.ts$/;
/** Loads every noun's changes: for who shows all of them. */
const registry = /^features\/registry\.ts$/;
const wire = /^protocol\/wire\//;
const client = /^protocol\/client\//;
const app = /^app\//;
const i18n = /^i18n\//;
const store = /^store\//;
const uiCommon = /^ui\/common\//;
const locales = /^\.\.\/locales\//;

/** Packages a browser loads; schemas (typebox, ajv) are for the hub, whose checks browsers get compiled. */
const ofTheBrowser =
  /^(lit|@lit|idb|i18next|workbox|@fontsource|@noble|pinyin-match|lean-qr|tus-js-client|@e965\/xlsx|uplot|@awesome\.me|@bbc\/tv-lrud-spatial)/;

/** The first that fits a file is its wall. @type {readonly Wall[]} */
const walls = [
  {
    place: 'kernel',
    files: kernel,
    may: [kernel],
    packages: none,
    why: 'the kernel is what every noun stands on: pure, and it knows none of them',
  },
  {
    place: "a noun's model",
    files: models,
    may: [kernel, models],
    packages: none,
    why: 'a model is pure: kernel, and the types and rules of other models',
  },
  {
    place: 'the lists of all nouns',
    files: lists,
    may: [kernel, models, lists],
    packages: none,
    why: 'the registry lists models and nothing else',
  },
  {
    place: "a noun's console",
    files: /^features\/[^/]+\/console\//,
    may: [
      kernel,
      models,
      registry,
      wire,
      /^protocol\/client\/api\.ts$/,
      /^features\/[^/]+\//,
      app,
      i18n,
      /^ui\/(common|console|kiosk)\//,
    ],
    packages: ofTheBrowser,
    why: 'a face reads through app and its model; a shell puts nouns together',
  },
  {
    place: "a noun's face",
    files: /^features\/[^/]+\//,
    may: [kernel, models, wire, /^protocol\/client\/api\.ts$/, /^features\/[^/]+\//, app, i18n, /^ui\//],
    packages: ofTheBrowser,
    why: 'a face reads through app and its model; a shell puts nouns together',
  },
  {
    place: 'the wire',
    files: wire,
    may: [kernel, wire],
    packages: none,
    why: 'what goes over the wire stands on the kernel alone',
  },
  {
    place: "the protocol's client",
    files: client,
    may: [kernel, wire, client],
    packages: none,
    why: 'the protocol knows the kernel and its ports, and no noun',
  },
  {
    place: "the protocol's hub",
    files: /^protocol\/hub\//,
    may: [kernel, wire, /^protocol\/hub\//],
    packages: none,
    why: 'the protocol knows the kernel and its ports, and no noun',
  },
  {
    place: "the journal's files",
    files: /^store\/journal\/files\//,
    may: [/^protocol\/client\/ports\.ts$/, /^store\/journal\/files\//],
    packages: none,
    why: 'what the journal does with its files is pure: the simulator runs it on a bad disk',
  },
  {
    place: 'store',
    files: store,
    may: [kernel, wire, client, store],
    packages: ofTheBrowser,
    why: 'the store adapts the protocol to the browser; it knows no noun and no view',
  },
  {
    place: 'app',
    files: app,
    may: [kernel, wire, client, store, app],
    packages: ofTheBrowser,
    why: 'app glues the store to elements; it knows no noun and no words',
  },
  {
    place: 'i18n',
    files: i18n,
    may: [/^kernel\/(time|money)\.ts$/, i18n, locales],
    packages: ofTheBrowser,
    why: 'i18n knows how days, times and money are written, and nothing else of the house',
  },
  {
    place: 'ui/common',
    files: uiCommon,
    may: [i18n, uiCommon],
    packages: ofTheBrowser,
    why: 'ui knows no noun; i18n is all it may import',
  },
  ...['kiosk', 'board', 'console'].map((face) => ({
    place: `ui/${face}`,
    files: new RegExp(`^ui/${face}/`),
    may: [i18n, uiCommon, new RegExp(`^ui/${face}/`)],
    packages: ofTheBrowser,
    why: "ui knows no noun, and a face's controls know no other face's",
  })),
  {
    place: 'shells',
    files: /^shells\//,
    may: [kernel, /^features\//, wire, client, store, app, i18n, /^ui\//, /^shells\//],
    packages: ofTheBrowser,
    why: 'a shell has nothing of the hub or the worker',
  },
  {
    place: 'the service worker',
    files: /^sw\//,
    may: [/^sw\//, locales],
    packages: ofTheBrowser,
    why: 'the service worker is built alone and imports none of the layers',
  },
  {
    place: 'hub',
    files: /^hub\//,
    may: [kernel, models, lists, wire, /^protocol\/hub\//, /^hub\//],
    packages: any,
    why: 'the hub knows models and the protocol, and nothing of the browser',
  },
  {
    place: "the film's maker",
    files: /^setup\/video\//,
    may: [/^setup\/video\//, /^features\/exercise\/board\/coach\//],
    packages: none,
    why: 'the film is made of what a television draws, and of nothing else of the product',
  },
  {
    place: 'setup',
    files: /^setup\//,
    may: [/^setup\//],
    packages: /^(vite|rolldown)/,
    why: 'setup runs before anything is installed: plain JavaScript alone',
  },
];

/** Who runs on Node. */
const NODE = new Set(['hub', 'setup', "the film's maker"]);

/** Schemas may have typebox: browsers load no `*.schema.ts` and take types alone from them. */
const isSchema = /(\.schema|[/]schemas)\.ts$/;
/** Where a schema is imported by value. */
const mayLoadSchemas = /^(hub\/|features\/schemas\.ts$)|(\.schema|[/]schemas)\.ts$/;

/**
 * Why a file may not import something; null where it may.
 * @param {string} file its path under `src`
 * @param {string} target the imported file's path under `src`, or the name of a package
 * @param {{ isPackage: boolean, typeOnly: boolean }} how
 * @returns {string | null}
 */
function wallAgainst(file, target, { isPackage, typeOnly }) {
  const wall = walls.find(({ files }) => files.test(file));
  if (wall === undefined) return `${file} stands in no known place of the house`;
  if (isPackage) {
    if (typeOnly && target === 'typebox') return null;
    if (target === 'typebox' && isSchema.test(file)) return null;
    if (target.startsWith('node:')) return NODE.has(wall.place) ? null : wall.why;
    return wall.packages.test(target) ? null : `${wall.why}; ${target} is no package of it`;
  }
  if (!wall.may.some((place) => place.test(target))) return wall.why;
  if (isSchema.test(target) && !typeOnly && !mayLoadSchemas.test(file))
    return 'schemas stay on the hub: browsers take their inferred types with `import type`';
  const ownFace = /^features\/([^/]+)\/(kiosk|board|console|words)\//.exec(file);
  const otherFace = /^features\/([^/]+)\/(?!model\/)/.exec(target);
  if (ownFace !== null && otherFace !== null && ownFace[1] !== otherFace[1])
    return "a noun's face never imports another noun's face: what two need belongs to a model, app or ui";
  return null;
}

/**
 * What in a file breaks a wall, in words.
 * @param {string} src the house's `src`, absolute
 * @param {string} file absolute
 * @returns {string[]}
 */
export function breachesIn(src, file) {
  const place = under(src, file);
  return importsOf(file).flatMap(({ specifier, target, typeOnly }) => {
    const wall =
      target === null
        ? wallAgainst(place, specifier, { isPackage: true, typeOnly })
        : wallAgainst(place, under(src, target), { isPackage: false, typeOnly });
    return wall === null ? [] : [`imports ${specifier}: ${wall}`];
  });
}
