import { createHash } from 'node:crypto';
import { nodes } from './old-engines.mjs';

/**
 * A Vite plugin that gives private members plain short names, unlike any other's, before the build lowers anything.
 *
 * Private methods came with Chromium 84. Lowered for 79, every private member of a class becomes an entry of a WeakMap:
 * several kilobytes more for each face, and slow on a television's processor. The compiler has held the privacy by then.
 * @returns {import('vite').Plugin}
 */
export function privateNames() {
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
        // The file's mark keeps them apart from those of a class it extends.
        const mark = createHash('sha256')
          .update(id.slice(id.lastIndexOf('/src/')))
          .digest('hex')
          .slice(0, 4);
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

/**
 * Every `#name` of a tree, in the order of the text.
 * @param {unknown} program
 */
function privateIdentifiers(program) {
  const found = [...nodes(program)].filter((node) => node.type === 'PrivateIdentifier');
  return found.sort((a, b) => a.start - b.start);
}
