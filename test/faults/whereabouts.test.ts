import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../support/until.ts';
import { Lobby } from './lobby.ts';
import { whereabouts } from './whereabouts.ts';

/** A round that had lost two ✓ said "2 lost", and hours later nobody could say where they had been. */
describe('where a lost ✓ is', () => {
  it('is told by both media of the kiosk, by the hub, and by how the two stand with each other', async () => {
    const lobby = await Lobby.open();
    try {
      await lobby.hub.kill();
      const memberId = await lobby.checkIn();
      const [held = '', standing = ''] = await whereabouts([memberId], lobby.kiosk, lobby.hub.dataDir);
      assert.match(
        held,
        /in outbox of leling:\S+:device in \S+ \(\S+: it never came to the hub\), journal \S+$/,
      );
      assert.match(standing, /answers the kiosk's page 0; it knows by what the kiosk proves itself/);
      await lobby.hub.restart();
      await lobby.handedOver();
      // The hub has it, and the kiosk hears so a moment later.
      await until(async () => {
        const [after = ''] = await whereabouts([memberId], lobby.kiosk, lobby.hub.dataDir);
        return /in kept of \S+ in \S+ \(\S+: applied\)/.test(after);
      });
    } finally {
      await lobby.dispose();
    }
  });
});
