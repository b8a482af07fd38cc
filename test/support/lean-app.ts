import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache');

/** The app that was built of this checkout. */
export const builtApp = join(root, 'dist', 'app');

/** So many parts of the typeface stand for the hundred that each glass brings over once it is up. */
const PARTS = 3;

/**
 * The built app as it is, but that its list of the typeface's parts is short. To bring over a hundred takes a browser longer
 * than to open all its faces; what a page is set in comes from the hub all the same, when it is.
 */
export const leanApp = (): string => madeOnce('lean-app-', listFewFonts);

/**
 * The same for a house whose hub never goes away while it is looked at: its list has the pages and what they name, and the
 * rest comes from the hub when it is wanted. To bring two hundred files over, twice, takes nine seconds of a processor; what
 * stands on the glass is the same.
 */
export const briefApp = (): string =>
  madeOnce('brief-app-', (folder) => {
    listFewFonts(folder);
    const named = readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join();
    list(folder, ({ url }) => !url.startsWith('/assets/') || named.includes(url));
  });

/** @param prefix of its name in the cache; those of builds before go */
function madeOnce(prefix: string, how: (folder: string) => void): string {
  // A hub may be tested where no app was built.
  if (!existsSync(join(builtApp, 'build.json'))) return builtApp;
  const of = createHash('sha256').update(readFileSync(join(builtApp, 'build.json')));
  const name = `${prefix}${of.digest('hex').slice(0, 12)}`;
  const made = join(cache, name);
  if (existsSync(made)) return made;
  mkdirSync(cache, { recursive: true });
  for (const other of readdirSync(cache))
    if (other.startsWith(prefix) && !other.startsWith(name))
      rmSync(join(cache, other), { recursive: true, force: true });
  const making = mkdtempSync(`${made}-`);
  cpSync(builtApp, making, { recursive: true });
  how(making);
  try {
    renameSync(making, made);
  } catch {
    // Another test was first.
    rmSync(making, { recursive: true });
  }
  return made;
}

/** Leaves in the list of a build's files only these. */
function list(folder: string, isIn: (file: Listed) => boolean): void {
  const file = join(folder, 'build.json');
  const whole: { readonly files: readonly Listed[] } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...whole, files: whole.files.filter(isIn) }));
  for (const packed of ['br', 'gz']) rmSync(`${file}.${packed}`, { force: true });
}

interface Listed {
  readonly url: string;
}

/** Shortens the list of a build's typeface, and says so in the list of all its files. */
export function listFewFonts(folder: string): void {
  const [fonts, build] = [join(folder, 'fonts.json'), join(folder, 'build.json')];
  const list: { readonly files: readonly Listed[] } = JSON.parse(readFileSync(fonts, 'utf8'));
  const few = JSON.stringify({ ...list, files: list.files.slice(0, PARTS) });
  writeFileSync(fonts, few);
  const whole: { readonly files: readonly Listed[] } = JSON.parse(readFileSync(build, 'utf8'));
  const proof = { bytes: few.length, sha256: createHash('sha256').update(few).digest('hex') };
  const files = whole.files.map((file) => (file.url === '/fonts.json' ? { ...file, ...proof } : file));
  writeFileSync(build, JSON.stringify({ ...whole, files }));
  for (const list of [fonts, build])
    for (const packed of ['br', 'gz']) rmSync(`${list}.${packed}`, { force: true });
}
