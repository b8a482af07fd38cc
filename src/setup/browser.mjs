import { accessSync, constants } from 'node:fs';
import { run, Unready } from './run.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What Playwright turns off of its own accord; the last such list on a command line is the only one that counts.
 */
const PLAYWRIGHT_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * What of the browser's own frame nobody sees here: it draws its address bar and tabs as pages, each in a process, and starts
 * one more for a page to come. Without them a start takes 1.3 s of processor instead of 2.1.
 */
const UNSEEN = [
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'InitialWebUI',
  'WebUIReloadButton',
];

/** The flags under which a test's Chromium stays on this machine and, as root, starts at all. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...PLAYWRIGHT_OFF, ...UNSEEN].join(',')}`,
];

/**
 * A Chromium of this machine, installed through apt where we may.
 * @returns {Promise<string>} the program's path
 */
export async function ensureChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Unready(`CHROMIUM_PATH names ${named}, which is not a program.`);
    return named;
  }
  const found = places.find(isProgram);
  if (found !== undefined) return found;
  await ensureDebianPackages(['chromium', 'fonts-noto-cjk']);
  const installed = places.find(isProgram);
  if (installed === undefined)
    throw new Unready('Chromium was installed but is in none of the usual places; set CHROMIUM_PATH.');
  return installed;
}

/**
 * Installs Debian packages where we may.
 * @param {readonly string[]} packages
 */
export async function ensureDebianPackages(packages) {
  const byHand = `apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0)
    throw new Unready(`The tests need ${packages.join(', ')}. As an administrator: ${byHand}`);
  console.log(`· Installing ${packages.join(', ')} (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  // Another installation may be under way: wait for it rather than fail.
  const install = [
    'install',
    '-y',
    '-qq',
    '-o',
    'DPkg::Lock::Timeout=300',
    '--no-install-recommends',
    ...packages,
  ];
  await run('apt-get', install, { env, quiet: true });
}
