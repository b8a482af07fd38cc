import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importsOf } from '../../src/setup/imports.mjs';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

/** What a sheet gives a look to: classes, as `.chip`, and tags, as `button`. */
function dressed(sheet: string): ReadonlySet<string> {
  const css = /css`(.*)`/s.exec(readFileSync(sheet, 'utf8'))?.[1] ?? '';
  const selectors = [...css.matchAll(/([^{}@]*)\{/g)]
    .flatMap(([, list = '']) => list.split(','))
    .filter((one) => !one.includes('+'));
  return new Set(
    selectors.flatMap(
      (one) => /^\s*(\.[\w-]+|(?:button|label|input|select|textarea|summary)\b)/.exec(one)?.[1] ?? [],
    ),
  );
}

/** The classes and tags of a file's templates, and of those that what it imports draws for it. */
function drawn(file: string): ReadonlySet<string> {
  const code = readFileSync(file, 'utf8').replace(/css`[^`]*`/g, '');
  const classes = [...code.matchAll(/class=("[^"]*"|\$\{(?:[^{}]|\{[^}]*\})*\})/g)].flatMap(
    ([, value = '']) => [...value.matchAll(/(?<![\w.-])[a-z][\w-]*(?![\w(.-])/g)].map(([name]) => `.${name}`),
  );
  const tags = [...code.matchAll(/<([a-z]+)[\s>]/g)].map(([, name = '']) => name);
  const helpers = importsOf(file)
    .filter(({ target, typeOnly }) => target !== null && !typeOnly && !target.endsWith('-styles.ts'))
    .map(({ target }) => target ?? '')
    .filter((target) => /html`/.test(readFileSync(target, 'utf8')) && !isElement(target));
  return new Set([...classes, ...tags, ...helpers.flatMap((helper) => [...drawn(helper)])]);
}

const isElement = (file: string): boolean => readFileSync(file, 'utf8').includes('@customElement(');

describe("the console's sheets", () => {
  const sheets = filesIn(`${src}ui/console/styles`);
  const elements = filesIn(src).filter(
    (file) => isElement(file) && readFileSync(file, 'utf8').includes("/text-styles.ts'"),
  );
  it('are worn by more than twenty elements', () => assert.ok(elements.length > 20));

  for (const file of elements) {
    it(`${basename(file)} takes those it uses, and no other`, () => {
      const shows = drawn(file);
      const taken = importsOf(file).map(({ target }) => target);
      for (const sheet of sheets) {
        if (sheet.endsWith('/text-styles.ts')) continue;
        const used = [...dressed(sheet)].filter((hook) => shows.has(hook));
        assert.equal(
          taken.includes(sheet),
          used.length > 0,
          `${basename(sheet)}: ${used.join(' ') || 'unused'}`,
        );
      }
    });
  }
});
