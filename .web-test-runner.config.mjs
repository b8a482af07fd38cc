import { existsSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { transformWithOxc } from 'vite';
import { chromiumFlags } from './src/setup/browser.mjs';
import { redFileReporter } from './src/setup/red-file-reporter.mjs';
import { bundleTests, servesTests } from './src/setup/web-tests.mjs';

/*
 * Component and store tests, in a real Chromium: IndexedDB, OPFS, workers and locks are the browser's own.
 * `CHROMIUM_PATH` names another one.
 */
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (!existsSync(chromium))
  throw new Error(`there is no Chromium at ${chromium}; CHROMIUM_PATH names another`);

const files = [
  'test/{app,shells,store,ui}/**/*.test.ts',
  'test/features/*/{kiosk,board,console}/**/*.test.ts',
];
const asked = process.argv.flatMap((word, at) => (process.argv[at - 1] === '--files' ? [word] : []));

/**
 * What is loaded apart, a thread's sources: the same transformation as the build's. Types off, legacy decorators, no class fields that
 * hide accessors.
 */
const typescript = {
  name: 'leling-typescript',
  resolveMimeType: (context) => (context.path.endsWith('.ts') ? 'js' : undefined),
  async transform(context) {
    if (!context.path.endsWith('.ts')) return undefined;
    const { code } = await transformWithOxc(context.body, context.path, {
      lang: 'ts',
      target: 'chrome120',
      sourcemap: false,
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
      decorator: { legacy: true },
      define: { __BUILD__: '"test"', 'import.meta.env.DEV': 'true' },
    });
    return code;
  },
  // The helper of legacy decorators, which a bundler would bring along.
  resolveImport: ({ source }) => (source.endsWith('/helpers/decorate') ? '/helpers/decorate.js' : undefined),
  serve: ({ path }) => (path === '/helpers/decorate.js' ? { body: decorate, type: 'js' } : undefined),
};
const decorate = `export default (decorators, target, key, descriptor) => {
  let made = key === undefined ? target : descriptor === null ? Object.getOwnPropertyDescriptor(target, key) : descriptor;
  for (const decorator of [...decorators].reverse()) {
    made = (key === undefined ? decorator(made) : decorator(target, key, made)) ?? made;
  }
  if (key !== undefined && made) Object.defineProperty(target, key, made);
  return made;
};`;

/** What a bundler would do with a style sheet that a module imports: nothing a test looks at. */
const styles = {
  name: 'leling-styles',
  resolveMimeType: (context) => (isImportedStyle(context) ? 'js' : undefined),
  serve: (context) => (isImportedStyle(context) ? { body: '', type: 'js' } : undefined),
};
const isImportedStyle = (context) =>
  context.path.endsWith('.css') && context.headers['sec-fetch-dest'] === 'script';

const inputs = { touch: 'Input.dispatchTouchEvent', key: 'Input.dispatchKeyEvent' };

/** Real touches, several at once, and real keys: only the browser itself can make them (test/support/*-here.ts). */
const input = {
  name: 'leling-input',
  async executeCommand({ command, payload, session }) {
    if (!(command in inputs)) return undefined;
    const page = session.browser.getPage(session.id);
    if (!lines.has(page)) lines.set(page, inputLine(page));
    const line = await lines.get(page);
    await line.send(inputs[command], payload);
    return true;
  },
};
const lines = new WeakMap();

/** What stands on the glass, as pixels: only the browser itself sees them (test/support/camera.ts). */
const camera = {
  name: 'leling-camera',
  async executeCommand({ command, payload, session }) {
    if (command !== 'glass' && command !== 'see') return undefined;
    const page = session.browser.getPage(session.id);
    if (command === 'glass') await page.setViewport(payload);
    return command === 'see' ? page.screenshot({ encoding: 'base64' }) : true;
  },
};

async function inputLine(page) {
  const line = await page.createCDPSession();
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 10 });
  return line;
}

export default {
  rootDir: '.',
  files,
  middleware: [servesTests(await bundleTests(asked.length > 0 ? asked : files))],
  nodeResolve: { exportConditions: ['browser', 'default'] },
  plugins: [styles, typescript, input, camera],
  concurrency: 1,
  concurrentBrowsers: 1,
  // One file after the other has the same origin: what one leaves there, another hub's name say, is not for the next to start with.
  testRunnerHtml: (framework) => `<!DOCTYPE html>
<html>
  <head></head>
  <body>
    <script>
      localStorage.clear();
    </script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  reporters: [defaultReporter(), redFileReporter()],
  // Nothing takes that long: beside three browsers of other tests a page may have a tenth of a processor.
  testsFinishTimeout: 600_000,
  browserStartTimeout: 180_000,
  testFramework: { config: { timeout: 120_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: chromium,
        headless: true,
        args: [...chromiumFlags],
      },
    }),
  ],
};
