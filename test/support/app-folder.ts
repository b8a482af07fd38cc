import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { listBuild } from '../../src/setup/build-list.mjs';
import { leanApp, listFewFonts } from './lean-app.ts';

interface Another {
  /** Its name: eight characters, as a build's. */
  readonly id: string;
  /** What is changed in a text file of it; `file` is its name as it was built. */
  readonly edit?: (file: string, text: string) => string;
  readonly trial?: { readonly readyWithinMs?: number; readonly syncWithinMs?: number };
}

/** A folder with a built app, whose place another build takes as on a hub that is updated. */
export class AppFolder {
  readonly #home = mkdtempSync(join(tmpdir(), 'leling-app-'));
  readonly path = join(this.#home, 'app');
  /** Where the next one is made: a hub that is asked meanwhile has one or the other. */
  readonly #next = join(this.#home, 'next');

  constructor() {
    this.holdsOurs();
  }

  /** The build that was made of this checkout. */
  holdsOurs(): void {
    this.holds(leanApp());
  }

  /** A released build. */
  holds(folder: string): void {
    this.#copy(folder);
    this.#exchange();
  }

  /** Another build: every file of it has another name and says another build's name. */
  becomes({ id, edit = (_file, text) => text, trial }: Another): void {
    this.#copy(leanApp());
    const { id: was, protocol } = JSON.parse(readFileSync(join(this.#next, 'build.json'), 'utf8'));
    const names = readdirSync(join(this.#next, 'assets')).filter((name) => /\.(js|css)$/.test(name));
    for (const name of filesOf(this.#next, /\.(br|gz)$/)) rmSync(name);
    for (const file of filesOf(this.#next, /\.(js|css|html)$/)) {
      if (basename(file) === 'sw.js') continue;
      let text = readFileSync(file, 'utf8').split(was).join(id);
      for (const name of names) text = text.split(name).join(renamed(name, id));
      writeFileSync(file, edit(basename(file), text));
    }
    for (const name of names)
      renameSync(join(this.#next, 'assets', name), join(this.#next, 'assets', renamed(name, id)));
    listBuild(this.#next, { id, protocol });
    listFewFonts(this.#next);
    tell(this.#next, (list) => ({ ...list, trial }));
    this.#exchange();
  }

  /** An update that is not done yet: files of it are not there. */
  takeAway(names: RegExp): { putBack(): void } {
    const taken = filesOf(this.path, names).map((file) => ({ file, content: readFileSync(file) }));
    for (const { file } of taken) rmSync(file);
    return { putBack: () => taken.forEach(({ file, content }) => writeFileSync(file, content)) };
  }

  remove(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }

  #copy(folder: string): void {
    rmSync(this.#next, { recursive: true, force: true });
    cpSync(folder, this.#next, { recursive: true });
  }

  #exchange(): void {
    rmSync(this.path, { recursive: true, force: true });
    renameSync(this.#next, this.path);
  }
}

const filesOf = (folder: string, like: RegExp): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && like.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Changes what is said of the build. */
function tell(folder: string, how: (list: Record<string, unknown>) => unknown): void {
  const file = join(folder, 'build.json');
  writeFileSync(file, JSON.stringify(how(JSON.parse(readFileSync(file, 'utf8')))));
}

const renamed = (name: string, id: string): string =>
  `${name.slice(0, -extname(name).length)}.${id}${extname(name)}`;

/** An edit that makes each face's own script throw before it does anything. */
export const throwsAtStart = (file: string, text: string): string =>
  /^(kiosk|screen|staff)-[\w-]{8}\.js$/.test(file) ? `throw new Error('a bad build');${text}` : text;
