import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodes } from './old-engines.mjs';
import { inRoot } from './paths.mjs';

/**
 * A Vite plugin that gives private members plain short names before the build lowers anything: unlike any other's in a
 * class that others extend, and the same few in all that none does, which pack well.
 *
 * Private methods came with Chromium 84. Lowered for 79, every private member of a class becomes an entry of a WeakMap:
 * several kilobytes more for each face, and slow on a television's processor. The compiler has held the privacy by then.
 * @returns {import('vite').Plugin}
 */
export function privateNames() {
  /** @type {ReadonlySet<string> | undefined} */
  let extended;
  return {
    name: 'leling-private-names',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/[^?]+\.ts$/ },
      /** @param {string} code @param {string} id */
      handler(code, id) {
        if (!code.includes('#')) return null;
        const found = privateIdentifiers(this.parse(code, { lang: 'ts' }));
        if (found.length === 0) return null;
        extended ??= extendedClasses();
        // A file's mark keeps its names apart from those of a class that extends one of its own.
        const mark = isBaseOfNone(code, extended) ? '' : markOf(id);
        const names = [...new Set(found.map(({ name }) => name))];
        let renamed = '';
        let from = 0;
        for (const { start, end, name } of found) {
          renamed += `${code.slice(from, start)}$${names.indexOf(name).toString(36)}${mark}`;
          from = end;
        }
        return { code: renamed + code.slice(from), map: null };
      },
    },
  };
}

/** @param {string} id */
const markOf = (id) =>
  createHash('sha256')
    .update(id.slice(id.lastIndexOf('/src/')))
    .digest('hex')
    .slice(0, 4);

/** The names of all classes that another extends. */
function extendedClasses() {
  const files = readdirSync(inRoot('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return new Set(
    files.flatMap((text) => [...text.matchAll(/\bextends\s+(\w+)/g)].map(([, name = '']) => name)),
  );
}

/**
 * Whether none of a file's classes has another below it.
 * @param {string} code
 * @param {ReadonlySet<string>} extended
 */
const isBaseOfNone = (code, extended) =>
  [...code.matchAll(/\bclass\s+(\w+)/g)].every(([, name = '']) => !extended.has(name));

/**
 * Every `#name` of a tree, in the order of the text.
 * @param {unknown} program
 */
function privateIdentifiers(program) {
  const found = [...nodes(program)].filter((node) => node.type === 'PrivateIdentifier');
  return found.sort((a, b) => a.start - b.start);
}
