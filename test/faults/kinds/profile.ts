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
const within = (profile: string, name: string): string => join(profile, 'Default', name);

const remove = (profile: string, ...names: readonly string[]): void => {
  for (const name of names) rmSync(within(profile, name), { recursive: true, force: true });
};

/** All files of the profile's databases. */
const databaseFiles = (profile: string): readonly string[] =>
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

interface Damage {
  readonly name: string;
  readonly says: string;
  readonly done: (profile: string, chance: Chance) => void;
  /** Whether the store and the journal both go: ✓ is promised on two media. */
  readonly takesBoth?: boolean;
  /** Whether the app itself goes, which nobody but the hub can give back. */
  readonly takesApp?: boolean;
}

/** A kiosk's disk is damaged while it is off, with its hub there or away; elders come before and after. */
const damaged = ({ name, says, done, takesBoth = false, takesApp = false }: Damage): Fault =>
  inLobby(name, says, async (lobby, chance) => {
    await lobby.checkIn();
    if (takesBoth) await lobby.handedOver();
    const away = !takesApp && chance.is(0.5);
    if (away) await lobby.hub.kill('SIGKILL');
    if (away && !takesBoth) for (let more = chance.between(1, 2); more > 0; more -= 1) await lobby.checkIn();
    await lobby.close();
    done(lobby.profile.folder, chance);
    await lobby.comeBack({ lacksRows: away });
    if (!away) return;
    await lobby.hub.restart();
    await lobby.getOver();
  });

/** Each is a line in the table of what heals how fast. */
export const profileDamaged: readonly Fault[] = [
  damaged({
    name: 'manifest-gone',
    says: 'the MANIFEST of the databases of a kiosk is gone',
    done(profile) {
      for (const path of chosen(profile, /MANIFEST-\d+$/)) rmSync(path);
    },
  }),
  damaged({
    name: 'current-gone',
    says: 'the CURRENT of the databases of a kiosk is gone',
    done(profile) {
      for (const path of chosen(profile, /CURRENT$/)) rmSync(path);
    },
  }),
  damaged({
    name: 'database-cut',
    says: 'logs and tables of the databases of a kiosk are cut short',
    done(profile, chance) {
      for (const path of chosen(profile, /\.(log|ldb)$/)) if (chance.is(0.8)) cut(path, chance);
    },
  }),
  damaged({
    name: 'database-flipped',
    says: 'bits of the databases of a kiosk have fallen over',
    done(profile, chance) {
      for (const path of chosen(profile, /\.(log|ldb)$/)) if (chance.is(0.8)) flip(path, chance);
    },
  }),
  damaged({
    name: 'databases-gone',
    says: 'the databases of a kiosk are gone, perhaps with a file in the place of their folder',
    done(profile, chance) {
      remove(profile, ...DATABASES);
      if (chance.is(0.5)) for (const name of DATABASES) writeFileSync(within(profile, name), '');
    },
  }),
  damaged({
    name: 'journal-gone',
    says: 'the journal of a kiosk is gone, perhaps with a file in the place of its folder',
    done(profile, chance) {
      remove(profile, FILES);
      if (chance.is(0.5)) writeFileSync(within(profile, FILES), '');
    },
  }),
  damaged({
    name: 'both-media-gone',
    says: 'the databases and the journal of a kiosk are gone',
    takesBoth: true,
    done: (profile) => remove(profile, ...DATABASES, FILES),
  }),
  damaged({
    name: 'disk-emptied',
    says: 'databases, journal, caches and worker of a kiosk are gone; who it is is left',
    takesBoth: true,
    takesApp: true,
    done: (profile) => remove(profile, ...DATABASES, FILES, CACHES),
  }),
];
