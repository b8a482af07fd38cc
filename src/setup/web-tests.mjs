import { globSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { build } from 'vite';
import { inRoot, root } from './paths.mjs';

/** Where what several tests share is served: no test lies there. */
const SHARED = 'shared-by-tests';
/** What so many tests load is one file: a page that asks for each source apart spends more on asking than on the test. */
const BY_MANY = 12;

/** These look at which sources a page has asked for: they are served as they lie. */
const AS_THEY_LIE = new Set(['test/shells/kiosk-before-pressed.test.ts']);

/** @param {string} path */
const address = (path) => `/${relative(root, path).split(sep).join('/')}`;

/**
 * What a source finds by its own place, a thread's say, it finds where it lies.
 * @type {import('vite').Plugin}
 */
const ownPlaces = {
  name: 'leling-own-places',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('/node_modules/') || !code.includes('import.meta.url')) return null;
    const place = `new URL('${address(id)}', location.origin).href`;
    return { code: code.replaceAll('import.meta.url', place), map: null };
  },
};

/**
 * All texts under each name of a part of them, and of style sheets a module imports nothing: no test looks at either.
 * @type {import('vite').Plugin}
 */
const wholeTexts = {
  name: 'leling-whole-texts',
  enforce: 'pre',
  load(id) {
    const [, file] = /^(.+\.json)\?only=/.exec(id) ?? [];
    if (file !== undefined)
      return { code: `export { default } from ${JSON.stringify(file)};`, moduleType: 'js' };
    return id.endsWith('.css') ? { code: 'export default "";', moduleType: 'js' } : null;
  },
};

/**
 * Bundles tests for a browser: each its own file, what they share in few. The modules keep their order, so that a test finds defined
 * what it has imported and nothing else.
 * @param {readonly string[]} patterns which tests, from the root
 * @returns {Promise<ReadonlyMap<string, string | Uint8Array>>} each file by its address
 */
export async function bundleTests(patterns) {
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !AS_THEY_LIE.has(file));
  if (files.length === 0) return new Map();
  const input = Object.fromEntries(files.map((file) => [file.replace(/\.ts$/, ''), inRoot(file)]));
  const many = { minShareCount: Math.min(BY_MANY, files.length) };
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [wholeTexts, ownPlaces],
    define: { __BUILD__: '"test"', 'import.meta.env.DEV': 'true' },
    oxc: {
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    build: {
      // Nothing is written: beside its source each file's map names it rightly.
      outDir: root,
      emptyOutDir: false,
      write: false,
      target: 'chrome120',
      minify: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: `${SHARED}/[name]-[hash].js`,
          assetFileNames: `${SHARED}/[name]-[hash][extname]`,
          strictExecutionOrder: true,
          sourcemapExcludeSources: true,
          codeSplitting: {
            groups: [
              { name: 'packages', test: /[\\/]node_modules[\\/]/, ...many },
              { name: 'ours', ...many },
            ],
          },
        },
      },
    },
  });
  const outputs = 'output' in made ? [made] : Array.isArray(made) ? made : [];
  const all = outputs.flatMap(({ output }) => output);
  return new Map(all.map((one) => [`/${one.fileName}`, one.type === 'chunk' ? one.code : one.source]));
}

/**
 * Serves bundled tests in the place of their sources, and what they share.
 * @param {ReadonlyMap<string, string | Uint8Array>} files
 * @returns {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]}
 */
export const servesTests = (files) => async (context, next) => {
  const { path } = context;
  const shared = path.startsWith(`/${SHARED}/`);
  const body = files.get(shared || path.endsWith('.map') ? path : path.replace(/\.test\.ts$/, '.test.js'));
  if (body === undefined) return next();
  context.type = path.endsWith('.ts') ? 'js' : path.slice(path.lastIndexOf('.'));
  // Each says by its name what it is made of.
  if (shared) context.set('cache-control', 'max-age=3600, immutable');
  context.body = body;
};
