import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/**
 * One import of a file.
 * @typedef {{ specifier: string, target: string | null, typeOnly: boolean, names: readonly string[], all: boolean }} Import
 * `target`: the file it means, or null for a package's. `names`: what is taken by name; `all`: everything may be.
 */

/** Comments blanked out, line numbers kept. @param {string} code */
export const withoutComments = (code) =>
  code.replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/[^\n]*/g, '$1');

const statement =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'";]*?)\s*from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|new URL\(\s*'([^']+\.ts)',\s*import\.meta\.url/g;

/**
 * Every import of a file, re-exports, types and loaded-later ones too.
 * @param {string} file absolute
 * @returns {Import[]}
 */
export function importsOf(file) {
  const code = withoutComments(readFileSync(file, 'utf8'));
  return [...code.matchAll(statement)].map(([, word, type, clause = '', from, bare, later, worker]) => {
    const specifier = from ?? bare ?? later ?? worker ?? '';
    const names = [...clause.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map((one) => one.trim()),
    );
    const eachIsType = names.length > 0 && names.every((one) => one === '' || one.startsWith('type '));
    const onlyBraces = /^\{[^}]*\}$/.test(clause.trim());
    return {
      specifier,
      target: specifier.startsWith('.') ? resolve(dirname(file), specifier.replace(/\?.*$/, '')) : null,
      typeOnly: type !== undefined || (eachIsType && onlyBraces),
      names: names
        .map((one) => one.replace(/^type\s+/, '').replace(/\s+as\s+.*$/, ''))
        .filter((one) => one !== ''),
      all: later !== undefined || clause.includes('*'),
      reexport: word === 'export',
    };
  });
}

/**
 * What a file adds to the interfaces of another (`declare module`): they are exported for it.
 * @param {string} file absolute
 * @returns {{ target: string, names: readonly string[] }[]}
 */
export function augmentedBy(file) {
  const code = withoutComments(readFileSync(file, 'utf8'));
  return [...code.matchAll(/^declare module '(\.[^']+)' \{\n([\s\S]*?)^\}/gm)].map(
    ([, to = '', body = '']) => ({
      target: resolve(dirname(file), to),
      names: [...body.matchAll(/^ {2}interface (\w+)/gm)].map(([, name = '']) => name),
    }),
  );
}

const declaration =
  /^(@customElement\([^)]*\)\s*)?export (?:declare |abstract |async )*(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

/**
 * What a file exports by name, in declarations and in lists.
 * @param {string} file absolute
 * @returns {{ name: string, isElement: boolean }[]}
 */
export function exportsOf(file) {
  const code = withoutComments(readFileSync(file, 'utf8'));
  const listed = [...code.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((one) =>
        one
          .trim()
          .replace(/^type\s+/, '')
          .replace(/^.*\sas\s+/, ''),
      )
      .filter((one) => one !== ''),
  );
  return [
    ...[...code.matchAll(declaration)].map(([, tag, name = '']) => ({ name, isElement: tag !== undefined })),
    ...listed.map((name) => ({ name, isElement: false })),
  ];
}

/**
 * The circles among files, of type imports too: each as the files on it, the first again at its end.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]}
 */
export function circles(graph) {
  /** @type {string[][]} */
  const found = [];
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map();
  /** @param {string} file @param {readonly string[]} path */
  const visit = (file, path) => {
    seen.set(file, 'open');
    for (const next of graph.get(file) ?? []) {
      if (seen.get(next) === 'open') found.push([...path.slice(path.indexOf(next)), next]);
      else if (!seen.has(next)) visit(next, [...path, next]);
    }
    seen.set(file, 'done');
  };
  for (const file of graph.keys()) if (!seen.has(file)) visit(file, [file]);
  return found;
}

/** @param {string} from @param {string} file */
export const under = (from, file) => relative(from, file).split('\\').join('/');
