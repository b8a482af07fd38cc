import { inLobby } from '../lobby.ts';

/** The plug is pulled at the ✓, with the hub there, hung or gone. */
export const browserKilled = inLobby(
  'browser-killed',
  'the kiosk is killed as the ✓ appears, and comes back with the hub there, hung or gone',
  async (lobby, chance) => {
    const hub = chance.pick(['there', 'hung', 'gone'] as const);
    if (hub === 'hung') lobby.hub.pause();
    if (hub === 'gone') await lobby.hub.kill('SIGKILL');
    for (let elder = chance.between(1, 2); elder > 0; elder -= 1) await lobby.checkIn();
    await lobby.kill();
    await lobby.comeBack();
    if (hub === 'hung') lobby.hub.resume();
    if (hub === 'gone') await lobby.hub.restart();
  },
);

/** The hub's plug is pulled between two elders, or it hangs for a while; the kiosk stays open. */
export const hubKilled = inLobby(
  'hub-killed-beside-a-kiosk',
  'the hub is killed or hangs as the ✓ appears, and the kiosk goes on and has it all once the hub is back',
  async (lobby, chance) => {
    for (let turn = chance.between(1, 2); turn > 0; turn -= 1) {
      const hangs = chance.is(0.4);
      await lobby.checkIn();
      if (hangs) lobby.hub.pause();
      else await lobby.hub.kill('SIGKILL');
      await lobby.checkIn();
      if (hangs) lobby.hub.resume();
      else await lobby.hub.restart();
    }
    await lobby.getOver();
  },
);
