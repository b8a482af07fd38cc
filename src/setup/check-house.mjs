import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { augmentedBy, circles, exportsOf, importsOf, under, withoutComments } from './imports.mjs';
import { inRoot, root } from './paths.mjs';
import { breachesIn } from './walls.mjs';

/** The rules of the house that no ready-made linter knows. Prints each breach with its remedy; ends with 1 if there is one. */

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** @type {string[]} */
const breaches = [];
/** @param {string} file @param {string} text */
const say = (file, text) => breaches.push(`${relative(root, file)}: ${text}`);

const source = filesUnder(inRoot('src')).filter((file) => file.endsWith('.ts'));

for (const file of source) {
  const text = readFileSync(file, 'utf8');
  const code = withoutComments(text);
  const inside = relative(inRoot('src'), file);

  // One name, three places: the file, the tag and the class.
  for (const [, tag = '', name = ''] of code.matchAll(/@customElement\('([^']+)'\)\s*export class (\w+)/g)) {
    const file2 = `ll-${basename(file, '.ts')}`;
    const wanted = tag.replace(/(^|-)([a-z0-9])/g, (_all, _dash, letter) => letter.toUpperCase());
    if (tag !== file2)
      say(file, `declares <${tag}>; name the file ${tag.replace(/^ll-/, '')}.ts or the tag ${file2}`);
    if (name !== wanted) say(file, `class ${name} of <${tag}> should be ${wanted}`);
  }

  // Every string a person reads is in locales/.
  if (/^(ui|features|shells|app|store|sw)\//.test(inside) && !/\/model\//.test(inside)) {
    code.split('\n').forEach((line, index) => {
      if (/\p{Script=Han}/u.test(line))
        say(file, `line ${index + 1} has Chinese text; move it to locales/zh-CN.json and use t()`);
    });
  }

  if (/\b(TODO|FIXME|XXX)\b/.test(text)) say(file, 'has a TODO; open an issue instead');
  const lines = text.split('\n').length;
  if (lines > 400) say(file, `has ${lines} lines; split it along a seam in its meaning (400 at most)`);
}

const all = filesUnder(inRoot('src')).filter((file) => /\.(ts|mjs)$/.test(file));
const users = [
  ...all,
  ...filesUnder(inRoot('test')).filter((file) => /\.(ts|mjs)$/.test(file)),
  ...readdirSync(root)
    .filter((name) => /\.config\.(ts|mjs)$/.test(name))
    .map((name) => inRoot(name)),
];
/** @type {Map<string, string[]>} */
const graph = new Map(all.map((file) => [file, []]));
/** What each file's users take of it; `*` is anything. @type {Map<string, Set<string>>} */
const taken = new Map();

/** @param {string} file @param {readonly string[]} names */
const take = (file, names) => {
  const known = taken.get(file) ?? new Set();
  for (const name of names) known.add(name);
  taken.set(file, known);
};

for (const file of users) {
  const mine = graph.get(file);
  if (mine !== undefined) for (const breach of breachesIn(inRoot('src'), file)) say(file, breach);
  for (const { target, names, all: everything } of importsOf(file)) {
    if (target === null) continue;
    if (mine !== undefined && graph.has(target)) mine.push(target);
    take(target, everything ? ['*'] : names);
  }
  for (const { target, names } of augmentedBy(file)) take(target, names);
}

// No circles, of types either.
for (const circle of circles(graph))
  say(
    circle[0] ?? '',
    `imports itself in a circle: ${circle.map((file) => under(inRoot('src'), file)).join(' → ')}`,
  );

// Nothing is exported that nobody takes; an element's class is taken by its tag.
for (const file of all) {
  const names = taken.get(file) ?? new Set();
  if (names.has('*')) continue;
  for (const { name, isElement } of exportsOf(file))
    if (!names.has(name) && !isElement)
      say(
        file,
        `exports ${name}, which nobody imports; keep it to the file, or take it away if that has no use for it`,
      );
}

// Each folder of src says in a README what lives there.
for (const entry of readdirSync(inRoot('src'), { withFileTypes: true })) {
  if (entry.isDirectory() && !readdirSync(inRoot('src', entry.name)).includes('README.md')) {
    say(
      inRoot('src', entry.name),
      'has no README.md; say in a few lines what lives here, what may come in, what may not',
    );
  }
}

for (const breach of breaches) console.log(`✗ ${breach}`);
process.exit(breaches.length === 0 ? 0 : 1);
