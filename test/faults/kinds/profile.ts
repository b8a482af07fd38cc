import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../../sim/random.ts';
import type { Fault } from '../fault.ts';
import { inLobby } from '../lobby.ts';

/** Where Chromium keeps a page's databases: in buckets of their own, and outside of them. */
const DATABASES = ['WebStorage', 'IndexedDB'];
const FILES = 'File System';
const CACHES = 'Service Worker';

/** A folder within the profile. */
const within = (profile: string, ...names: readonly string[]): string => join(profile, 'Default', ...names);

const remove = (profile: string, ...names: readonly string[]): void => {
  for (const name of names) rmSync(within(profile, name), { recursive: true, force: true });
};

/** All files of the profile's databases. */
export const databaseFiles = (profile: string): readonly string[] =>
  DATABASES.map((name) => within(profile, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.includes('.leveldb/') && statSync(path).isFile());

/** The files of the databases that the damage is about; there are always some. */
function chosen(profile: string, named: RegExp): readonly string[] {
  const files = databaseFiles(profile).filter((path) => named.test(path));
  if (files.length === 0) throw new Error(`nothing of the databases is ${named}`);
  return files;
}

function flip(path: string, chance: Chance): void {
  const bytes = readFileSync(path);
  for (let turn = chance.between(1, 40); turn > 0 && bytes.length > 0; turn -= 1) {
    const at = chance.between(0, bytes.length - 1);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << chance.between(0, 7)), at);
  }
  writeFileSync(path, bytes);
}

const cut = (path: string, chance: Chance): void =>
  truncateSync(path, chance.between(0, Math.max(0, statSync(path).size - 1)));

/** A kiosk's disk is damaged while it is off, with its hub there or away; elders came before and come after. */
const damaged = (
  name: string,
  says: string,
  damage: (profile: string, chance: Chance) => void,
  takesBothMedia = false,
): Fault =>
  inLobby(name, says, async (lobby, chance) => {
    await lobby.checkIn();
    const away = chance.is(0.5);
    // ✓ is promised on two media: what is on neither any more must be with the hub.
    if (takesBothMedia) await lobby.known();
    if (away) await lobby.hub.kill('SIGKILL');
    if (away && !takesBothMedia) for (let more = chance.between(1, 2); more > 0; more -= 1) await lobby.checkIn();
    if (chance.is(0.5)) await lobby.kill();
    else await lobby.close();
    damage(lobby.profile.folder, chance);
    await lobby.comeBack({ whole: !away });
    if (away) await lobby.hub.restart();
    if (away) await lobby.getOver();
  });

export const profileDamaged: readonly Fault[] = [
  damaged('manifest-gone', 'the MANIFEST of the kiosk’s databases is gone', (profile) => {
    for (const path of chosen(profile, /MANIFEST-\d+$/)) rmSync(path);
  }),
  damaged('current-gone', 'the CURRENT of the kiosk’s databases is gone', (profile) => {
    for (const path of chosen(profile, /CURRENT$/)) rmSync(path);
  }),
  damaged('database-cut', 'logs or tables of the kiosk’s databases are cut short', (profile, chance) => {
    for (const path of chosen(profile, /\.(log|ldb)$/)) if (chance.is(0.8)) cut(path, chance);
  }),
  damaged('database-flipped', 'bits of the kiosk’s databases have fallen over', (profile, chance) => {
    for (const path of chosen(profile, /\.(log|ldb)$/)) if (chance.is(0.8)) flip(path, chance);
  }),
  damaged('database-gone', 'the folders of the kiosk’s databases are gone, perhaps with a file in their place', (profile, chance) => {
    remove(profile, ...DATABASES);
    if (chance.is(0.5)) for (const name of DATABASES) writeFileSync(within(profile, name), '');
  }),
  damaged('journal-gone', 'the folder of the kiosk’s journal is gone, perhaps with a file in its place', (profile, chance) => {
    remove(profile, FILES);
    if (chance.is(0.5)) writeFileSync(within(profile, FILES), '');
  }),
  damaged(
    'both-media-gone',
    'databases and journal of the kiosk are gone',
    (profile) => remove(profile, ...DATABASES, FILES),
    true,
  ),
  damaged(
    'disk-emptied',
    'databases, journal, caches and worker of the kiosk are gone, and who it is is left',
    (profile) => remove(profile, ...DATABASES, FILES, CACHES),
    true,
  ),
];
