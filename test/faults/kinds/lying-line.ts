import { runs, untilWritten } from '../../support/builds-here.ts';
import { startHub } from '../../support/hub.ts';
import type { Lie } from '../../support/lying-proxy.ts';
import type { Fault } from '../fault.ts';
import { inLobby } from '../lobby.ts';
import { ARRIVES_WITHIN_MS, onUpdate } from './app.ts';

/** What a network does to files. */
const OF_FILES: readonly Lie[] = [
  'html-200',
  'json-200',
  'empty-200',
  '302-to-login',
  '404',
  '511',
  'cut-body',
  'torn-body',
  'flipped-byte',
  'anothers-answer',
  'no-gzip',
  'slow',
  'drip',
  'silence',
  'reset',
];
/** What it does to answers. */
const OF_ANSWERS: readonly Lie[] = [
  ...OF_FILES.filter((lie) => lie !== 'flipped-byte'),
  '401',
  '403',
  '410',
  '429',
  '500',
  'bent-numbers',
  'bent-json',
  'other-hub',
];
const SYNC = / \/sync\/(?:push|pull)/;
const APP = /^\/(?:assets|icons|build\.json|sw\.js|[a-z-]+\.html)/;

const atInstall = inLobby(
  'line-lies-at-install',
  'a network answers in the hub’s place while the kiosk gets its app, and the hub is away at the next start',
  async (lobby) => {
    await untilWritten(lobby.kiosk, ({ current }) => current !== null);
    await lobby.close();
    await lobby.hub.kill('SIGKILL');
    await lobby.comeBack();
    await lobby.hub.restart();
  },
  (chance) => ({
    lie: {
      how: chance.pick(OF_FILES),
      about: chance.pick([/\.html$/, /^\/icons\//, /^\/assets\/staff/, /^\/build\.json$/]),
    },
  }),
);

const atUpdate = onUpdate(
  'line-lies-at-update',
  'a network answers in the hub’s place while the kiosk asks for a new build, and then the hub is heard again',
  async (lobby, app, chance) => {
    await lobby.checkIn();
    await untilWritten(lobby.kiosk, ({ current }) => current !== null);
    app.becomes({ id: 'good0001' });
    await lobby.hub.restart();
    lobby.line.lie(chance.pick(OF_FILES), { only: chance.is(0.5) ? APP : /^\/assets/ });
    await lobby.kiosk.reload();
    await lobby.checkIn();
    await lobby.line.hasLied(1, / \/(?:assets|build|sw)/);
    const began = performance.now();
    lobby.line.tellTheTruth();
    await runs(lobby.kiosk, 'good0001', ARRIVES_WITHIN_MS);
    lobby.healed(performance.now() - began);
    const { bad } = await untilWritten(lobby.kiosk, ({ trial }) => trial === null);
    if (bad.length > 0) lobby.untrue(`the good build is called bad: ${bad.map(({ why }) => why).join(', ')}`);
  },
  { behindLine: true },
);

const atWork = inLobby(
  'line-lies-at-work',
  'a network answers in the hub’s place, or does to its answers, while elders come; the kiosk may be begun anew meanwhile',
  async (lobby, chance) => {
    const lie = chance.pick(OF_ANSWERS);
    const neighbours = lie === 'other-hub' ? await startHub() : null;
    try {
      await lobby.checkIn();
      lobby.line.lie(lie, {
        only: chance.is(0.5) ? /^\/(?:sync|api)/ : /^/,
        otherHub: neighbours?.port ?? 0,
      });
      for (let elder = chance.between(1, 2); elder > 0; elder -= 1) await lobby.checkIn();
      await lobby.line.hasLied(2, SYNC);
      if (chance.is(0.3)) {
        await lobby.kill();
        await lobby.comeBack();
        await lobby.checkIn();
      }
      const began = performance.now();
      lobby.line.tellTheTruth();
      await lobby.handedOver();
      lobby.healed(performance.now() - began);
      const put = await lobby.kiosk.locator('ll-signed-out, ll-trouble-page, ll-pairing-page').count();
      if (put > 0) lobby.untrue('the kiosk is put out, and it is paired');
    } finally {
      await neighbours?.dispose();
    }
  },
  () => ({ behindLine: true }),
);

/** A network between a kiosk and its hub that lies: while the app is fetched, while a new build is, and at work. */
export const lyingLine: readonly Fault[] = [atInstall, atUpdate, atWork];
