/**
 * Makes `src/app/english-marks/english-marks.woff2`: the marks that English shares with Chinese, of the typeface that Noto
 * Sans SC has its letters from. Run by hand: `npm run english-marks -- FOLDER`, where FOLDER is one for its tools, kept by
 * nobody.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

const TOOLS = ['subset-font@2.9.0', '@fontsource-variable/source-sans-3@5.3.1'];
const MARKS = '‘’“”';

const [tools] = process.argv.slice(2);
if (tools === undefined) throw new Error('name a folder for the tools');
execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', tools, ...TOOLS], {
  stdio: 'inherit',
});
const { default: subset } = await import(createRequire(join(tools, 'package.json')).resolve('subset-font'));
const files = join(tools, 'node_modules/@fontsource-variable/source-sans-3/files');
const whole = readFileSync(join(files, 'source-sans-3-latin-wght-normal.woff2'));
writeFileSync(
  inRoot('src/app/english-marks/english-marks.woff2'),
  await subset(whole, MARKS, { targetFormat: 'woff2' }),
);
