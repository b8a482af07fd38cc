import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inLobby } from '../lobby.ts';

/** What of a profile's disk tells who the browser is: where each is in Chromium. */
const stores = {
  localStorage: ['Local Storage'],
  cookies: ['Cookies', 'Cookies-journal', 'Network/Cookies', 'Network/Cookies-journal'],
} as const;

/** Deletes it, with the browser gone. */
export function deleteFromProfile(folder: string, what: keyof typeof stores): void {
  const profile = join(folder, 'Default');
  if (!readdirSync(folder).includes('Default')) throw new Error(`${folder} is no profile`);
  for (const name of stores[what]) rmSync(join(profile, name), { recursive: true, force: true });
}

/** The first half minute: the browser has written no cookie yet. More may go besides. */
export const identityLost = inLobby(
  'identity-lost',
  'the kiosk is killed soon after it was paired, and its Local Storage, its cookies or both are gone',
  async (lobby, chance) => {
    for (let elder = chance.between(1, 2); elder > 0; elder -= 1) await lobby.checkIn();
    const away = chance.is(0.3);
    if (away) await lobby.hub.kill('SIGKILL');
    if (away) await lobby.checkIn();
    await lobby.kill();
    const gone = chance.pick([[], ['localStorage'], ['cookies'], ['localStorage', 'cookies']] as const);
    for (const what of gone) deleteFromProfile(lobby.profile.folder, what);
    await lobby.comeBack();
    if (away) await lobby.hub.restart();
    const left = await lobby.kiosk.locator('ll-signed-out, ll-pairing-page').count();
    if (left > 0) lobby.untrue('the kiosk asks to be paired, and it is');
  },
);
