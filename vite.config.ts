import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { PROTOCOL } from './src/protocol/wire/limits.ts';
import { buildList } from './src/setup/build-list.mjs';
import { firstWords } from './src/setup/first-words.mjs';
import { localeParts } from './src/setup/locale-parts.mjs';
import { fingerprint } from './src/setup/build.mjs';
import { faceChunks, loadedTogether } from './src/setup/face-chunks.mjs';
import { madeOf } from './src/setup/made-of.mjs';
import { oldEngines } from './src/setup/old-engines.mjs';
import { privateNames } from './src/setup/private-names.mjs';
import { smallPreload } from './src/setup/small-preload.mjs';
import { smallTemplates } from './src/setup/small-templates.mjs';

/** The same sources make the same build: it is no update for those who hold it. */
const id = fingerprint().slice(0, 8);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const hub = process.env['LELING_HUB'] ?? 'http://localhost:8080';

/** All pages, or for a quick look at one face those that `LELING_PAGES=kiosk,screen` names. */
const pages = (process.env['LELING_PAGES'] ?? 'index,kiosk,screen,staff,self-check,come').split(',');
const input = Object.fromEntries(pages.map((page) => [page, here(`src/${page}.html`)]));

/**
 * Puts the icons beside the pages, and what makes a console an app of its own on a telephone. The rest of `public` stays out of the build: the hub serves media by hash,
 * and a copy of the video in `dist` would only be bytes.
 */
function icons(): Plugin {
  return {
    name: 'leling-icons',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(here('public/icons'))) {
        const source = readFileSync(here(`public/icons/${name}`));
        this.emitFile({ type: 'asset', fileName: `icons/${name}`, source });
      }
      const source = readFileSync(here('public/staff.webmanifest'));
      this.emitFile({ type: 'asset', fileName: 'staff.webmanifest', source });
    },
  };
}

/** In development the pages answer by the paths the hub gives them. */
function plainPaths(): Plugin {
  return {
    name: 'leling-plain-paths',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const face = /^\/(kiosk|screen|staff|self-check|come)(\?.*)?$/.exec(request.url ?? '');
        if (face !== null) request.url = `/${face[1]}.html${face[2] ?? ''}`;
        next();
      });
    },
  };
}

export default defineConfig({
  root: here('src'),
  publicDir: here('public'),
  server: {
    proxy: Object.fromEntries(
      ['/sync', '/api', '/media', '/link', '/plain-page.css'].map((path) => [path, hub]),
    ),
  },
  // The protocol's and the kernel's classes are lowered as the faces' are: fields set, not defined one by one.
  oxc: {
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  // Workers are built apart: without this their private members are lowered to maps.
  worker: { plugins: () => [privateNames()] },
  build: {
    outDir: here('dist/app'),
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'chrome79',
    cssTarget: 'chrome79',
    // A font as a data URI would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: loadedTogether },
    rolldownOptions: { input, output: { codeSplitting: { groups: faceChunks(input) } } },
  },
  define: { __BUILD__: JSON.stringify(id) },
  plugins: [
    icons(),
    plainPaths(),
    firstWords(),
    smallPreload(),
    localeParts(),
    smallTemplates(),
    privateNames(),
    oldEngines({ consoles: ['staff', 'sheets-worker'] }),
    madeOf((text) => writeFileSync(here('dist/made-of.json'), text)),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      injectRegister: false,
      injectManifest: {
        // Engines of 2019 know no module service workers.
        rollupFormat: 'iife',
        // The worker knows no build: what to keep is told by the hub it asks (src/setup/build-list.mjs).
        injectionPoint: undefined,
        buildPlugins: { vite: [localeParts(), privateNames(), oldEngines({ consoles: [] })] },
      },
      manifest: {
        id: '/',
        name: '乐龄屏',
        short_name: '乐龄屏',
        description: '社区老年人活动中心的服务台、大屏和工作台',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#F8F2E6',
        theme_color: '#F8F2E6',
        icons: [
          { src: '/icons/leling.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/leling-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/leling-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/leling-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          { name: '服务台', url: '/kiosk' },
          { name: '大屏', url: '/screen' },
          { name: '工作台', url: '/staff' },
        ],
      },
    }),
    buildList({ folder: here('dist/app'), id, protocol: PROTOCOL }),
  ],
});
