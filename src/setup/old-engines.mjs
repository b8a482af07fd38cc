/**
 * A Vite plugin that reads what the build made and stops it when a page for kiosks and screens would not start in
 * Chromium 79: on such a set the glass stays black with nothing in any log.
 */

/**
 * A node of ESTree. Its fields are looked at one by one: what else it holds is nobody's business here.
 * @typedef {{ type: string, start: number, end: number } & Record<string, any>} Node
 */

/**
 * Syntax newer than Chromium 79, by ESTree node.
 * @type {Record<string, (node: Node) => string | false>}
 */
const newSyntax = {
  ChainExpression: () => 'optional chaining (80)',
  LogicalExpression: (node) => node.operator === '??' && 'the ?? operator (80)',
  AssignmentExpression: (node) => /^(\?\?|&&|\|\|)=$/.test(node['operator']) && 'logical assignment (85)',
  StaticBlock: () => 'a static block (94)',
  BinaryExpression: (node) => node.left.type === 'PrivateIdentifier' && 'a private brand check (91)',
  MethodDefinition: (node) => node.key.type === 'PrivateIdentifier' && 'a private method (84)',
  AccessorProperty: () => 'an accessor field',
  Literal: (node) =>
    node.regex !== undefined && /[dv]/.test(node.regex.flags) && 'a regular expression flag (90)',
};

/**
 * Calls of methods by names that hardly anything else has; the number is the Chromium that brought them.
 * @type {Record<string, number>}
 */
const newMethods = {
  replaceAll: 85,
  replaceChildren: 86,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  hasOwn: 93,
  groupBy: 117,
  withResolvers: 119,
  randomUUID: 92,
  checkVisibility: 105,
};

/**
 * Globals that may be used only behind a `typeof` or a capability; here: not called by their bare name.
 * @type {Record<string, number>}
 */
const newGlobals = {
  structuredClone: 98,
  WeakRef: 84,
  FinalizationRegistry: 84,
  AggregateError: 85,
  URLPattern: 95,
  CompressionStream: 80,
};

/**
 * Style in strings: what an old engine drops without a word.
 * @type {[RegExp, string][]}
 */
const newStyle = [
  [/[;{]\s*inset(-inline|-block)?\s*:/, 'inset (87)'],
  [/[;{]\s*aspect-ratio\s*:/, 'aspect-ratio (88)'],
  [/:(is|where)\(/, ':is or :where (88)'],
  [/@container|@layer|container-type\s*:/, 'container queries or layers'],
  [/\d(dvh|svh|lvh)\b/, 'dvh (108)'],
];

/**
 * Every node of a tree, parents first.
 * @param {unknown} node @returns {Generator<Node>}
 */
export function* nodes(node) {
  if (Array.isArray(node)) {
    for (const one of node) yield* nodes(one);
  } else if (node !== null && typeof node === 'object') {
    if (isNode(node)) yield node;
    for (const value of Object.values(node)) yield* nodes(value);
  }
}

/** @param {object} value @returns {value is Node} */
const isNode = (value) => 'type' in value && typeof value.type === 'string' && 'start' in value;

/**
 * What a node asks of an engine newer than Chromium 79, or false.
 * @param {Node} node @returns {string | false}
 */
function ask(node) {
  const syntax = newSyntax[node.type]?.(node);
  if (syntax) return syntax;
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed) {
    const { name } = node.callee.property;
    // Other things have an `at` of their own; counting from the end is the array's.
    if (name === 'at' && node.arguments[0]?.type === 'UnaryExpression') return '.at(-n) (92)';
    if (Object.hasOwn(newMethods, name)) return `.${name}() (${newMethods[name]})`;
  }
  if (
    (node.type === 'CallExpression' || node.type === 'NewExpression') &&
    node.callee.type === 'Identifier'
  ) {
    if (Object.hasOwn(newGlobals, node.callee.name))
      return `${node.callee.name} (${newGlobals[node.callee.name]})`;
  }
  if (node.type === 'TemplateElement') {
    const style = newStyle.find(([pattern]) => pattern.test(node.value.raw));
    return style !== undefined && `style in a template: ${style[1]}`;
  }
  return false;
}

/**
 * What is too new in one script, each with a little of its surroundings.
 * @param {unknown} program @param {string} code
 */
export function tooNew(program, code) {
  const found = [];
  for (const node of nodes(program)) {
    const what = ask(node);
    if (what) found.push(`${what} near “${code.slice(Math.max(0, node.start - 30), node.start + 50)}”`);
  }
  return found;
}

/**
 * The chunks a page can come to load, through static and dynamic imports.
 * @param {import('rolldown').OutputBundle} bundle @param {readonly string[]} entries
 */
function reachable(bundle, entries) {
  /** @type {import('rolldown').OutputChunk[]} */
  const chunks = [];
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} name */
  const walk = (name) => {
    const chunk = bundle[name];
    if (seen.has(name) || chunk?.type !== 'chunk') return;
    seen.add(name);
    chunks.push(chunk);
    [...chunk.imports, ...chunk.dynamicImports].forEach(walk);
  };
  entries.forEach(walk);
  return chunks;
}

/**
 * @param {{ except: readonly string[] }} options entries that only newer browsers open
 * @returns {import('vite').Plugin}
 */
export function oldEngines({ except }) {
  return {
    name: 'leling-old-engines',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const entries = Object.values(bundle).flatMap((one) =>
        one.type === 'chunk' && one.isEntry && !except.includes(one.name) ? [one.fileName] : [],
      );
      const faults = reachable(bundle, entries).flatMap((chunk) =>
        tooNew(this.parse(chunk.code), chunk.code).map((fault) => `${chunk.fileName}: ${fault}`),
      );
      if (faults.length > 0) this.error(`Chromium 79 would not run this build:\n  ${faults.join('\n  ')}`);
    },
  };
}
