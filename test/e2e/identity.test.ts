import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Lobby } from '../faults/lobby.ts';
import { runProgram } from '../support/hub.ts';

const NO_LOSS = { lost: 0, doubled: 0, untrue: [] };

/** A kiosk killed four seconds after it was paired gave 27 ✓ that its hub never took, and said that a cable was loose. */
describe('a kiosk that has lost who it is', { timeout: 300_000 }, () => {
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
    await lobby.kiosk.waitForTimeout(750);
    await lobby.kiosk.getByRole('button', { name: '我好了' }).click();
    const restored = await runProgram('src/hub/ops/backup/restore-command.ts', [file], env);
    assert.equal(restored.code, 0, restored.output);
    await lobby.hub.restart();
    await lobby.getOver();
    await settled();
  });
});
