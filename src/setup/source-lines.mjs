import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * Loaded before a built hub: an error that is written down names the lines of the sources. Node's own way (`--enable-source-maps`)
 * reads every map at the start and keeps it, 8 MB of a hub's memory; here a map is read when an error asks for it, and let go.
 */

/** @typedef {{ map: SourceMap, folder: string }} Lines */

/** A place in a file of `dist/hub`, as Node writes it. */
const place = /(file:\/\/[^\s()]+\/dist\/hub\/[\w.-]+\.js):(\d+):(\d+)/g;
/** @type {WeakRef<Map<string, Lines | null>>} */
let read = new WeakRef(new Map());

/** @param {string} file a file's URL @param {Map<string, Lines | null>} known */
function linesOf(file, known) {
  const lines = known.get(file) ?? readLines(file);
  known.set(file, lines);
  return lines;
}

/** @param {string} file @returns {Lines | null} */
function readLines(file) {
  const path = fileURLToPath(`${file}.map`);
  return existsSync(path)
    ? { map: new SourceMap(JSON.parse(readFileSync(path, 'utf8'))), folder: file }
    : null;
}

/** @param {string} stack */
function bySources(stack) {
  const known = read.deref() ?? new Map();
  read = new WeakRef(known);
  return stack.replace(place, (built, file, line, column) => {
    const lines = linesOf(file, known);
    const found = lines?.map.findOrigin(Number(line), Number(column));
    if (lines === null || found === undefined || !('fileName' in found) || !found.fileName) return built;
    return `${new URL(found.fileName, lines.folder).href}:${found.lineNumber}:${found.columnNumber}`;
  });
}

/** As V8 would write it, save for the places. */
Error.prepareStackTrace = (error, frames) => {
  const stack = [String(error), ...frames].join('\n    at ');
  try {
    return bySources(stack);
  } catch {
    return stack;
  }
};
