import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { claimsAt, Lobby } from '../faults/lobby.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { leaveDone, loneTails, signIn } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { runProgram, startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

const NO_LOSS = { lost: 0, doubled: 0, untrue: [] };

/** A kiosk killed four seconds after it was paired gave 27 ✓ that its hub never took, and said that a cable was loose. */
describe('a kiosk that has lost who it is', { timeout: 600_000 }, () => {
  let lobby: Lobby;
  beforeEach(async () => {
    lobby = await Lobby.open();
  });
  afterEach(() => lobby.dispose());

  const settled = async (): Promise<void> => {
    const { lost, doubled, untrue } = await lobby.settle();
    assert.deepEqual({ lost, doubled, untrue }, NO_LOSS);
  };
  it('whose token its hub no longer has, since it was put back to a time before, is itself again by its proof', async () => {
    const env = { LELING_DATA: lobby.hub.dataDir };
    await lobby.hub.kill();
    const made = await runProgram('src/hub/ops/backup/backup-command.ts', [], env);
    assert.equal(made.code, 0, made.output);
    const file =
      readdirSync(join(lobby.hub.dataDir, 'backups')).find((name) => !name.endsWith('.json')) ?? '';
    await lobby.hub.restart();
    // Paired anew after the backup: the token that the backup knows is over.
    await lobby.kiosk.goto(lobby.hub.links.kiosk ?? '');
    await lobby.getOver();
    await lobby.checkIn();
    await lobby.hub.kill();
    await lobby.checkIn();
    // Whoever is using it is let finish.
    await leaveDone(lobby.kiosk, lobby.kiosk.getByRole('button', { name: '我来签到' }));
    const restored = await runProgram('src/hub/ops/backup/restore-command.ts', [file], env);
    assert.equal(restored.code, 0, restored.output);
    await lobby.hub.restart();
    await lobby.getOver();
    await settled();
  });
});

/** A kiosk opened as soon as it was paired: of 2 ✓ given before it was known by more than a cookie, the hub never had one. */
describe('a kiosk whose hub goes away in the moment of its pairing', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  let hub: HubProcess;
  let profile: Profile;
  beforeEach(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    profile = new Profile();
    await profile.open();
  });
  afterEach(async () => {
    await profile.dispose();
    await hub.dispose();
  });
  after(() => config.remove());

  const told = '**/api/pairing/kept*';
  const home = (kiosk: Page) => kiosk.getByRole('button', { name: '我来签到' });

  it('loses no ✓ when its plug is pulled next: once the face is open the hub hears no more', async () => {
    const kiosk = await profile.face('kiosk', hub.links.kiosk ?? '', (page) =>
      page.route(told, async (route) => ((await home(page).isVisible()) ? route.abort() : route.continue())),
    );
    await home(kiosk).waitFor();
    await profile.keptOffline(kiosk);
    await hub.kill('SIGKILL');
    await signIn(kiosk, loneTails(1)[0] ?? '');
    await profile.kill();
    await profile.open();
    const again = await profile.face('kiosk', `${hub.url}/kiosk`);
    await home(again).waitFor();
    await hub.restart();
    await until(() => claimsAt(hub.dataDir).size === 1);
  });

  it('is no kiosk yet where the hub never heard it, says why, and is one by itself once it has', async () => {
    let dies = true;
    const kiosk = await profile.face('kiosk', hub.links.kiosk ?? '', (page) =>
      page.route(told, async (route) => {
        if (!dies) return route.continue();
        dies = false;
        await hub.kill('SIGKILL');
        await route.abort();
      }),
    );
    await kiosk.getByText('连不上').first().waitFor();
    assert.equal(await home(kiosk).isVisible(), false);
    await hub.restart();
    await home(kiosk).waitFor();
    await kiosk.waitForURL(({ search }) => search === '?device=lobby-kiosk', { waitUntil: 'commit' });
    await signIn(kiosk, loneTails(1)[0] ?? '');
    await until(() => claimsAt(hub.dataDir).size === 1);
  });

  it('is asked for the same when it is paired anew by a link, and for another proof than a copy of its disk has', async () => {
    const proofs = new Set<unknown>();
    let openBefore = false;
    const kiosk = await profile.face('kiosk', hub.links.kiosk ?? '', (page) =>
      page.route(told, async (route) => {
        proofs.add(JSON.parse(route.request().postData() ?? '{}').proof);
        await route.continue();
      }),
    );
    await home(kiosk).waitFor();
    assert.equal(proofs.size, 1);
    await hub.restart();
    await kiosk.route(told, async (route) => {
      openBefore ||= await home(kiosk).isVisible();
      await route.fallback();
    });
    const heard = kiosk.waitForResponse(told);
    await kiosk.goto(hub.links.kiosk ?? '', { waitUntil: 'commit' });
    await heard;
    assert.equal(openBefore, false);
    assert.equal(proofs.size, 2);
    await home(kiosk).waitFor();
  });

  it('opens all the same in a browser whose Local Storage takes nothing, and does not begin again for ever', async () => {
    const kiosk = await profile.face('kiosk', hub.links.kiosk ?? '', (page) =>
      page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      }),
    );
    await home(kiosk).waitFor();
    await signIn(kiosk, loneTails(1)[0] ?? '');
    await until(() => claimsAt(hub.dataDir).size === 1);
  });
});
