import { readFile } from 'node:fs/promises';

/**
 * Cuts a locale for the build: `zh-CN.json?only=kiosk` holds that section alone, so that each face carries its own words
 * before its first paint and no others'. A test in a browser has the file whole under any such name, which
 * does no harm.
 * @returns {import('vite').Plugin}
 */
export function localeParts() {
  return {
    name: 'leling-locale-parts',
    enforce: 'pre',
    async load(id) {
      const [, file, list] = /^(.+\.json)\?only=([\w,]+)$/.exec(id) ?? [];
      if (file === undefined || list === undefined) return null;
      const named = list.split(',');
      const texts = Object.entries(JSON.parse(await readFile(file, 'utf8')));
      const part = texts.filter(([key]) => named.includes(key));
      return { code: `export default ${JSON.stringify(Object.fromEntries(part))}`, moduleType: 'js' };
    },
  };
}
