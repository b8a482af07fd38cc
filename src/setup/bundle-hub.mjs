import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'vite';
import { HUB_FILE, listHub } from './hub-build.mjs';
import { inRoot } from './paths.mjs';

/*
 * `node bundle-hub.mjs FOLDER`: writes the hub into a folder beside the app's. `dist/hub` is where it will lie: what it finds by its own
 * place, it finds from there.
 */
const [into = ''] = process.argv.slice(2);
const home = inRoot('dist', 'hub');
const source = `${inRoot('src').split(sep).join('/')}/`;

/**
 * What comes from where it is installed: it has a file that is no JavaScript, threads of its own, or is large and wanted by few.
 */
const installed = ['better-sqlite3', 'pino', 'pg', '@tus/server', '@tus/file-store', 'mp4box'];

/** A source's own place; before it the source of a thread, where it is one's. */
const ownPlace = /new URL\('([^']+)\.ts', import\.meta\.url\)|import\.meta\.url/g;

/**
 * A source's own place stays that of the source. The source of a thread is a file of its own, beside the hub.
 * @returns {import('vite').Plugin}
 */
const ownPlaces = () => ({
  name: 'leling-own-places',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(source)) return null;
    const from = relative(home, id).split(sep).join('/');
    const placed = code.replace(ownPlace, (_all, thread) => {
      if (thread === undefined) return `new URL('${from}', import.meta.url).href`;
      const fileName = `${basename(thread)}.js`;
      this.emitFile({ type: 'chunk', id: resolve(dirname(id), `${thread}.ts`), fileName });
      return `new URL('./${fileName}', import.meta.url)`;
    });
    // Each line stays a line.
    return placed === code ? null : { code: placed, map: null };
  },
});

/** What comes of packages: a map of it would be four fifths of all that an error's lines are found by, and Node reads it at each start. */
const PACKAGES = 'packages';

/** @type {Set<string>} */
const modules = new Set();

await build({
  configFile: false,
  root: inRoot(),
  logLevel: 'warn',
  publicDir: false,
  plugins: [
    ownPlaces(),
    {
      name: 'leling-hub-made-of',
      generateBundle(_options, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === 'chunk')
            for (const id of one.moduleIds) if (id.startsWith(source)) modules.add(id);
      },
    },
  ],
  ssr: { noExternal: true, external: installed },
  build: {
    ssr: true,
    outDir: into,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [HUB_FILE.replace(/\.js$/, '')]: inRoot('src/hub/main.ts') },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        format: 'esm',
        sourcemapExcludeSources: true,
        codeSplitting: { groups: [{ name: PACKAGES, test: /[\\/]node_modules[\\/]/ }] },
      },
    },
  },
});
const packages = join(into, `${PACKAGES}.js`);
writeFileSync(packages, readFileSync(packages, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
rmSync(`${packages}.map`);
listHub(into, [...modules]);
