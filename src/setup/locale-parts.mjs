import { readFile } from 'node:fs/promises';

/**
 * Cuts a locale in two for the build: `zh-CN.json?without=staff` and `zh-CN.json?only=staff` each hold part of its
 * sections, so that a kiosk and a screen do not carry the console's words before their first paint. Where nothing is
 * built (tests), the file is served whole under either name, which does no harm.
 * @returns {import('vite').Plugin}
 */
export function localeParts() {
  return {
    name: 'leling-locale-parts',
    enforce: 'pre',
    async load(id) {
      const [, file, how, list] = /^(.+\.json)\?(without|only)=([\w,]+)$/.exec(id) ?? [];
      if (file === undefined || list === undefined) return null;
      const named = list.split(',');
      const texts = Object.entries(JSON.parse(await readFile(file, 'utf8')));
      const part = texts.filter(([key]) => named.includes(key) === (how === 'only'));
      return { code: `export default ${JSON.stringify(Object.fromEntries(part))}`, moduleType: 'js' };
    },
  };
}
