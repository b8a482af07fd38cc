import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppFolder, throwsAtStart } from '../../support/app-folder.ts';
import { runs, untilCopied, untilWritten } from '../../support/builds-here.ts';
import type { Chance } from '../../sim/random.ts';
import type { Fault } from '../fault.ts';
import { inLobby, struck, type Lobby, type LobbyOptions } from '../lobby.ts';

/** A page that nobody touches hears the hub again, asks for its build, and lets it in when nobody uses it. */
export const ARRIVES_WITHIN_MS = 120_000;

/** What happens to a kiosk when the hub's folder gets another build. */
export const onUpdate = (
  name: string,
  says: string,
  strike: (lobby: Lobby, app: AppFolder, chance: Chance) => Promise<void>,
  options: Pick<LobbyOptions, 'behindLine'> = {},
): Fault => ({
  name,
  says,
  async run(chance) {
    const app = new AppFolder();
    try {
      return await struck({ ...options, app: app.path }, (lobby) => strike(lobby, app, chance));
    } finally {
      app.remove();
    }
  },
});

/** The hub is started anew with what its folder holds; a kiosk that is begun anew asks for it at once. */
async function updated(lobby: Lobby, chance: Chance): Promise<void> {
  await lobby.hub.restart();
  if (chance.is(0.5)) await lobby.kiosk.reload();
}

/** The kiosk went back from a bad build by itself, and a mended one comes by itself. */
async function wentBack(lobby: Lobby, app: AppFolder, chance: Chance): Promise<void> {
  const began = performance.now();
  await untilWritten(lobby.kiosk, ({ bad }) => bad.length > 0);
  await lobby.getOver();
  lobby.healed(performance.now() - began);
  app.becomes({ id: 'good0001' });
  await updated(lobby, chance);
  await runs(lobby.kiosk, 'good0001', ARRIVES_WITHIN_MS);
}

const buildThrows = onUpdate(
  'build-throws',
  'a build that throws at start comes while the kiosk is on, and then the mended one',
  async (lobby, app, chance) => {
    await lobby.checkIn();
    app.becomes({ id: 'bad00001', edit: throwsAtStart, trial: { readyWithinMs: 3000 } });
    await updated(lobby, chance);
    await wentBack(lobby, app, chance);
  },
);

const deaf = (_file: string, text: string): string => text.split('/sync/pull').join('/sync/nowhere');

const buildNeverSyncs = onUpdate(
  'build-never-syncs',
  'a build that starts and never hears its hub comes while the kiosk is on, and then the mended one',
  async (lobby, app, chance) => {
    app.becomes({ id: 'deaf0001', edit: deaf, trial: { syncWithinMs: 3000 } });
    await updated(lobby, chance);
    await wentBack(lobby, app, chance);
  },
);

const buildHalfWritten = onUpdate(
  'build-half-written',
  'files of the new build are not on the hub yet when it is asked for it',
  async (lobby, app, chance) => {
    app.becomes({ id: 'half0001' });
    const missing = app.takeAway(
      chance.pick([/^staff-/, /^kiosk-/, /\.css$/, /^screen\.html$/, /^build\.json$/]),
    );
    await updated(lobby, chance);
    await lobby.kiosk.reload();
    await lobby.checkIn();
    missing.putBack();
    await updated(lobby, chance);
    await runs(lobby.kiosk, 'half0001', ARRIVES_WITHIN_MS);
  },
);

const hubPutBack = onUpdate(
  'hub-put-back',
  'a new build is proved on the kiosk, and then the hub is put back to the one before',
  async (lobby, app, chance) => {
    for (const id of ['good0001', 'good0002', 'good0001']) {
      app.becomes({ id });
      await updated(lobby, chance);
      await runs(lobby.kiosk, id, ARRIVES_WITHIN_MS);
      await untilWritten(lobby.kiosk, ({ trial }) => trial === null);
    }
  },
);

const cachesDamaged = inLobby(
  'caches-damaged',
  'the browser’s caches are deleted or a byte of each file flips, and the kiosk starts with the hub away',
  async (lobby, chance) => {
    await lobby.checkIn();
    await untilWritten(lobby.kiosk, ({ current }) => current !== null);
    await untilCopied(lobby.kiosk);
    await lobby.close();
    await lobby.hub.kill('SIGKILL');
    const caches = join(lobby.profile.folder, 'Default', 'Service Worker', 'CacheStorage');
    if (chance.is(0.5)) rmSync(caches, { recursive: true });
    else flipBytes(caches);
    await lobby.comeBack();
    await lobby.checkIn();
    await lobby.hub.restart();
  },
);

/** Flips one byte in the middle of every stored file. */
function flipBytes(folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /_0$|_s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const content = readFileSync(file);
    const at = Math.floor(content.length / 2);
    content[at] = (content[at] ?? 0) ^ 1;
    writeFileSync(file, content);
  }
}

/** What happens to the app on a kiosk: on the hub, and on its own disk. */
export const appFaults: readonly Fault[] = [
  buildThrows,
  buildNeverSyncs,
  buildHalfWritten,
  hubPutBack,
  cachesDamaged,
];
